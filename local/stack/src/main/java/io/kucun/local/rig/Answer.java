package io.kucun.local.rig;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers by their names in lower case
 */
public record Answer(int status, Map<String, String> headers, String body) {
  /** Whether it is a success. */
  public boolean isOk() {
    return status / 100 == 2;
  }

  /** Whether it is one of the 500s. */
  public boolean isServersFault() {
    return status >= 500;
  }

  /** A header by its name in lower case; empty if there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The body. */
  public JsonNode json() {
    return Json.parse(body);
  }

  /** The body of a success. */
  public JsonNode orThrow() {
    if (!isOk()) {
      throw new AssertionError(status + " " + body);
    }
    return json();
  }
}
