package io.kucun.inventory.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.cache.Loaded;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what was read as the JSON that is sent. */
@ApplicationScoped
public class Bodies {
  private final ObjectMapper json;

  Bodies(ObjectMapper json) {
    this.json = json;
  }

  /** A list or a summary: its entity tag is a hash of its bytes. */
  public Loaded of(Object value) {
    return Loaded.of(bytes(value));
  }

  /** A resource of this version. */
  public Loaded of(Object value, long version) {
    return Loaded.of(bytes(value), version);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
