package io.kucun.local.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers by their names in lower case
 */
record Answer(int status, Map<String, String> headers, String body) {
  boolean isOk() {
    return status / 100 == 2;
  }

  boolean isServersFault() {
    return status >= 500;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  JsonNode json() {
    return Json.parse(body);
  }

  /** The body of a success. */
  JsonNode orThrow() {
    if (!isOk()) {
      throw new AssertionError(status + " " + body);
    }
    return json();
  }
}
