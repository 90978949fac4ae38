package io.kucun.local.fleet;

import io.kucun.local.client.ClientException;
import io.kucun.local.client.Json;
import java.io.Serial;

/** A gateway did not let somebody in. */
final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String problem) {
    super(status + " " + problem);
    this.status = status;
    this.code = codeOf(problem);
  }

  int status() {
    return status;
  }

  /** The code of the problem. */
  String code() {
    return code;
  }

  private static String codeOf(String problem) {
    try {
      return Json.parse(problem).path("code").asText();
    } catch (ClientException e) {
      return "";
    }
  }
}
