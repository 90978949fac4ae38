package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks refusals. */
final class Refused {

  private Refused() {}

  static void with(RawRequest.Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .contains("\"type\":", "\"title\":", "\"detail\":", "\"status\":" + status)
        .contains("\"code\":\"" + code + "\"");
  }
}
