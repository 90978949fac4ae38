package io.kucun.inventory.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to reads, as JSON with an entity tag: 304 to who has it already. */
@ApplicationScoped
public class ReadAnswers {
  private final ObjectMapper json;

  ReadAnswers(ObjectMapper json) {
    this.json = json;
  }

  /** A single resource, whose entity tag is its version. */
  public Response one(Object body, long version, @Nullable String ifNoneMatch) {
    return Conditional.read(bytes(body), Conditional.etag(version), Map.of(), ifNoneMatch);
  }

  /** A list or a summary, whose entity tag is a hash of its bytes. */
  public Response many(Object body, @Nullable String ifNoneMatch) {
    return Conditional.read(bytes(body), ifNoneMatch);
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
