package io.kucun.inventory.order;

import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The body of a step that takes no values")
class StepBodyTest {
  private static String draft() {
    return "/api/v1/orders/" + Given.draft("sales", Given.item(Given.product(), null, 1));
  }

  private static ValidatableResponse refused(String path, String body) {
    return As.admin().body(body).post(path).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders/{id}/confirm",
        "orders/{id}/ship",
        "orders/{id}/complete",
        "orders/{id}/cancel",
        "inventory/counts/{id}/submit",
        "inventory/counts/{id}/cancel"
      })
  @DisplayName("is refused for each field in it, by every step")
  void fields(String path) {
    refused("/api/v1/" + path.replace("{id}", UUID.randomUUID().toString()), "{\"force\":true}")
        .body("code", equalTo("validation"))
        .body("errors[0].pointer", equalTo("/force"))
        .body("errors[0].code", equalTo("unknown_field"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|validation",
        "null|validation",
        "true|validation",
        "{|malformed_json",
        "x|malformed_json"
      })
  @DisplayName("is refused if it is no object, and nothing happens")
  void noObject(String body, String code) {
    String order = draft();
    refused(order + "/cancel", body).body("code", equalTo(code));
    As.admin().get(order).then().body("status", equalTo("draft"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}", "{ }\n"})
  @DisplayName("is nothing, or an object without fields")
  void empty(String body) {
    As.admin().body(body).post(draft() + "/cancel").then().statusCode(200);
  }

  @Test
  @DisplayName("needs no media type")
  void noMediaType() {
    String token = As.token("admin", "kucun", Duration.ofMinutes(5), "admin");
    for (String type : new String[] {"application/x-www-form-urlencoded", ""}) {
      var request = RestAssured.given().header("Authorization", "Bearer " + token);
      (type.isEmpty() ? request : request.contentType(type))
          .post(draft() + "/cancel")
          .then()
          .statusCode(200);
    }
  }
}
