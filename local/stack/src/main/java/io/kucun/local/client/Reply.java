package io.kucun.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;

/**
 * An answer of the API.
 *
 * @param status the HTTP status
 * @param body the JSON body; missing if there is none
 */
public record Reply(int status, JsonNode body) {
  static Reply of(HttpResponse<String> response) {
    String text = response.body();
    JsonNode body = text.isBlank() ? MissingNode.getInstance() : Json.parse(text);
    return new Reply(response.statusCode(), body);
  }

  /** Whether it is a success. */
  public boolean isOk() {
    return status / 100 == 2;
  }

  /** The code of the problem; empty if there is none. */
  public String problem() {
    return body.path("code").asText("");
  }

  /** The body of a success; anything else is a {@link ClientException} that says what was asked. */
  public JsonNode orThrow(String what) {
    if (!isOk()) {
      throw new ClientException(what + ": " + status + " " + problem() + " " + detail());
    }
    return body;
  }

  private String detail() {
    JsonNode errors = body.path("errors");
    return errors.isEmpty() ? body.path("detail").asText("") : errors.toString();
  }
}
