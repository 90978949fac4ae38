package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("An answer of the API")
class HeadersTest {
  @Test
  @DisplayName("is what it says, and no page, whatever became of the request")
  void api() {
    List<Response> answers =
        List.of(
            As.viewer().get("/api/v1/products"),
            As.viewer().get("/api/v1/products?colour=red"),
            As.anonymous().get("/api/v1/products"),
            As.viewer().get("/api/v1/nowhere"));
    assertThat(answers).extracting(Response::statusCode).containsExactly(200, 400, 401, 404);
    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
          assertThat(answer.header("Content-Security-Policy"))
              .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        });
    Response settings = As.anonymous().get("/config.json");
    assertThat(settings.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(settings.header("Content-Security-Policy")).isNull();
  }
}
