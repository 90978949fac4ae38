package io.kucun.inventory.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What the service answered; {@code body} is a missing node if there was none. */
record Reply(int status, JsonNode body) {

  /** The status, with the code of a problem. */
  String outcome() {
    return status < 400 ? Integer.toString(status) : status + " " + code();
  }

  String code() {
    return body.path("code").asText();
  }

  /** A JSON pointer's value as text. */
  String text(String pointer) {
    return body.at(pointer).asText();
  }

  /**
   * This reply, if it is one of these.
   *
   * @throws AssertionError for another
   */
  Reply expect(Integer... statuses) {
    if (!Set.of(statuses).contains(status)) {
      throw new AssertionError(
          "Answered " + status + " instead of " + Set.of(statuses) + ": " + body);
    }
    return this;
  }
}
