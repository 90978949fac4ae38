package io.kucun.inventory.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes answers as they go over the wire. */
@ApplicationScoped
class Rendering {
  private final ObjectMapper json;

  Rendering(ObjectMapper json) {
    this.json = json;
  }

  Rendered render(Answer answer) {
    return new Rendered(
        answer.status(),
        answer.location(),
        answer.etag(),
        answer.body() == null ? null : bytes(answer.body()));
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
