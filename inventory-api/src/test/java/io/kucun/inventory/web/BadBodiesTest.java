package io.kucun.inventory.web;

import static io.kucun.inventory.web.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A bad body")
class BadBodiesTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{",
        "[1,2",
        "{\"code\":}",
        "nonsense",
        "{\"code\":\"a\"}}",
        "{\"code\":1,\"code\":2}"
      })
  @DisplayName("a body that is not JSON is refused")
  void malformed(String body) {
    As.admin()
        .body(body)
        .post("/api/v1/products")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", notNullValue());
  }

  @Test
  @DisplayName("a missing body, another media type and a body of 10 MB are refused with a problem")
  void bodies() {
    refused(As.admin(), "POST", "/api/v1/products", 400, "validation");
    As.admin()
        .contentType("text/plain")
        .body("x")
        .post("/api/v1/products")
        .then()
        .statusCode(415)
        .body("code", equalTo("unsupported_media_type"));
    As.admin()
        .body("{\"code\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}")
        .post("/api/v1/products")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("payload_too_large"));
  }

  @Test
  @DisplayName("numbers, names and nesting beyond the parser's bounds are refused with a problem")
  void excess() {
    As.admin()
        .body("{\"code\":\"x\",\"name\":\"n\",\"lowStockThreshold\":" + "9".repeat(2_000) + "}")
        .post("/api/v1/products")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed_json"));
    String nested = "{\"a\":".repeat(20) + "1" + "}".repeat(20);
    for (String specifications : List.of(nested, "{\"a\":\"" + "x".repeat(20_000) + "\"}")) {
      As.admin()
          .body("{\"code\":\"x\",\"name\":\"n\",\"specifications\":" + specifications + "}")
          .post("/api/v1/products")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/specifications"));
    }
  }

  @Test
  @DisplayName("half of a character anywhere in the specifications is refused, whole ones are not")
  void halfCharacter() {
    String body = "{\"code\":\"%s\",\"name\":\"n\",\"specifications\":{\"a\":\"%s\"}}";
    As.admin()
        .body(body.formatted(Given.code(), "\\ud800"))
        .post("/api/v1/products")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/specifications"))
        .body("errors[0].code", equalTo("invalid_value"));
    As.admin()
        .body(body.formatted(Given.code(), "\\ud83d\\ude00"))
        .post("/api/v1/products")
        .then()
        .statusCode(201);
  }

  @Test
  @DisplayName("a code of 100,000 characters is refused like any other that is too long")
  void longCode() {
    As.admin()
        .body(Map.of("code", "x".repeat(100_000), "name", "n"))
        .post("/api/v1/products")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/code"));
  }

  @Test
  @DisplayName("a weight with an exponent beyond all bounds is refused")
  void hugeExponent() {
    As.admin()
        .body("{\"code\":\"x\",\"name\":\"n\",\"weight\":1e2147483648}")
        .post("/api/v1/products")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/weight"));
  }

  @Test
  @DisplayName("a body that is not UTF-8 is refused")
  void encoding() {
    As.admin()
        .body(new byte[] {0, 0, 0, 0x7B, 1, 2, 3})
        .post("/api/v1/products")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed_json"));
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  @DisplayName("a body of 10 MB gets a problem in each version of HTTP, announced or not")
  void excessOverHttp(HttpClient.Version version) throws Exception {
    byte[] body = new byte[10 * 1024 * 1024];
    try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
      assertThat(status(client, HttpRequest.BodyPublishers.ofByteArray(body))).isEqualTo(413);
      assertThat(
              status(
                  client,
                  HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
          .as("HTTP/2 has no chunks: there the body is read up to its first fault")
          .isEqualTo(version == HttpClient.Version.HTTP_2 ? 400 : 411);
    }
  }

  private static int status(HttpClient client, HttpRequest.BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/products"))
            .header(
                "Authorization",
                "Bearer " + As.token("admin", "kucun", Duration.ofMinutes(5), "admin"))
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    return response.statusCode();
  }
}
