package io.kucun.inventory.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Turns answers into bytes on the wire. */
@ApplicationScoped
class Rendering {
  private final ObjectMapper json;

  Rendering(ObjectMapper json) {
    this.json = json;
  }

  Response response(Answer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    if (answer.etag() != null) {
      response.header(HttpHeaders.ETAG, answer.etag());
    }
    if (answer.body() != null) {
      response.entity(bytes(answer.body())).type(MediaType.APPLICATION_JSON_TYPE);
    }
    return response.build();
  }

  private Buffer bytes(Object body) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
