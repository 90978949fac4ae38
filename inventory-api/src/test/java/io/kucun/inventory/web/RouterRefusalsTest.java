package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("A target that leads nowhere")
class RouterRefusalsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/api/v1/products/%ff, 404, not_found",
    "/q/nothing, 404, not_found",
    "*, 404, not_found",
    "nothing, 404, not_found"
  })
  @DisplayName("is refused with a problem in the caller's language")
  void refused(String target, int status, String code) throws IOException {
    assertThat(answerTo(target))
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("X-Request-Id: ")
        .contains("Content-Type: application/problem+json")
        .contains("Content-Language: zh-Hans")
        .contains("\"code\":\"" + code + "\"");
  }

  /** Over a socket, because a client of HTTP would not send it. */
  private static String answerTo(String target) throws IOException {
    String token = As.token("admin", "kucun", Duration.ofMinutes(5), "admin");
    String request =
        String.join(
            "\r\n",
            "GET " + target + " HTTP/1.1",
            "Host: localhost",
            "Accept-Language: zh",
            "Authorization: Bearer " + token,
            "Connection: close",
            "",
            "");
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
