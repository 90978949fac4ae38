package io.kucun.inventory.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A body that is no JSON")
class MalformedJsonTest {
  private static ValidatableResponse refused(byte[] body, String path, String language) {
    return As.admin()
        .header("Accept-Language", language)
        .body(body)
        .post(path)
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed_json"))
        .body("errors", nullValue());
  }

  private static ValidatableResponse refused(String body) {
    return refused(body.getBytes(StandardCharsets.UTF_8), "/api/v1/products", "en");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/products|{\"code\":\"C8\",\"name\":\"#\"}",
        "/api/v1/products|{\"code\":\"C8\",\"name\":\"n\",\"specifications\":{\"a\":\"#\"}}",
        "/api/v1/orders|{\"customerName\":\"n\",\"items\":[{\"colorCode\":\"#\"}]}"
      })
  @DisplayName("because a byte is not UTF-8 is told the place, in whatever field it is met")
  void encoding(String path, String body) {
    byte[] bytes = body.replace('#', '\u00ff').getBytes(StandardCharsets.ISO_8859_1);
    int behind = body.indexOf('#') + 2;
    refused(bytes, path, "en")
        .body("detail", equalTo("Not JSON at line 1, column " + behind + "."));
  }

  @Test
  @DisplayName("because it is nested too deep is refused in a field that takes whatever comes")
  void nesting() {
    String nested = "[".repeat(2_000) + "]".repeat(2_000);
    refused("{\"code\":\"x\",\"name\":\"n\",\"specifications\":{\"a\":" + nested + "}}");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"name\":\"a\",\"code\":\"x\",\"name\":\"b\"}",
        "{\"code\":\"x\",\"specifications\":{\"name\":1,\"name\":2}}"
      })
  @DisplayName("because a field stands twice is told which, in both languages")
  void twice(String body) {
    refused(body).body("detail", containsString("the field \"name\" stands twice"));
    refused(body.getBytes(StandardCharsets.UTF_8), "/api/v1/products", "zh")
        .body("detail", containsString("字段“name”重复出现"));
  }
}
