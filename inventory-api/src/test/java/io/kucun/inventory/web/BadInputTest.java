package io.kucun.inventory.web;

import static io.kucun.inventory.web.Refused.refused;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("Bad input")
class BadInputTest {
  private static final String UNKNOWN = UUID.randomUUID().toString();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/api/v1/products?colour=red",
        "/api/v1/products/00000000-0000-4000-8000-000000000000?expand=all",
        "/api/v1/inventory?page=1&x=1",
        "/api/v1/orders?owner=me"
      })
  @DisplayName("an unknown query parameter is refused")
  void unknownParameter(String path) {
    refused(As.admin(), "GET", path, 400, "unknown_parameter");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/api/v1/products?page=0",
        "/api/v1/products?limit=101",
        "/api/v1/products?limit=ten",
        "/api/v1/products?limit=-1",
        "/api/v1/products?limit=\u0665",
        "/api/v1/products?limit=\uff15",
        "/api/v1/products?page=\u0967",
        "/api/v1/products?sortBy=weight",
        "/api/v1/products?status=gone",
        "/api/v1/products?archived=perhaps",
        "/api/v1/products?search=\u0000",
        "/api/v1/inventory?productId=42",
        "/api/v1/orders?status=lost"
      })
  @DisplayName("a malformed query parameter is refused")
  void malformedParameter(String path) {
    refused(As.admin(), "GET", path, 400, "validation");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/quantity|-1|positive",
        "/quantity|0|positive",
        "/quantity|1.5|wrong_type",
        "/quantity|1e2|wrong_type",
        "/quantity|\"7\"|wrong_type",
        "/quantity|null|not_null",
        "/quantity|9007199254740992|max",
        "/quantity|99999999999999999999|invalid_value",
        "/productId|\"x\"|wrong_type",
        "/productionDate|\"2026-02-30\"|date",
        "/productionDate|\"yesterday\"|date",
        "/productionDate|\"0000-01-01\"|date",
        "/productionDate|\"1582-10-10\"|date",
        "/colorCode|\"a\\u0000b\"|text",
        "/colorCode|\"a\\ud800b\"|text",
        "/type|\"gift\"|pattern",
        "/surprise|1|unknown_field"
      })
  @DisplayName("a value that does not fit is refused by its pointer, and nothing changes")
  void values(String pointer, String value, String code) {
    String product = Given.product();
    String field = pointer.substring(1);
    String quantity = field.equals("quantity") ? "" : ",\"quantity\":1";
    String id = field.equals("productId") ? "" : ",\"productId\":\"" + product + "\"";
    String body = "{\"" + field + "\":" + value + quantity + id + "}";
    As.warehouse()
        .body(body)
        .post("/api/v1/inventory/inbound")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("validation"))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
    As.viewer()
        .get("/api/v1/inventory/movements?productId=" + product)
        .then()
        .body("pagination.total", equalTo(0));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {" a", "a ", "a\\nb", "a\\u200bb", "\\u202ea"})
  @DisplayName("a code that nobody could type is refused")
  void codes(String code) {
    As.admin()
        .body("{\"code\":\"" + code + "\",\"name\":\"n\"}")
        .post("/api/v1/products")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/code"));
  }

  @Test
  @DisplayName("unknown paths, ids and methods are problems")
  void unknownPlaces() {
    refused(As.admin(), "GET", "/api/v1/nothing", 404, "not_found");
    refused(As.admin(), "GET", "/api/v1/products/" + UNKNOWN, 404, "not_found");
    refused(As.admin(), "GET", "/api/v1/products/42", 404, "not_found");
    refused(As.admin(), "GET", "/api/v1/orders/" + UNKNOWN, 404, "not_found");
    refused(As.admin(), "PATCH", "/api/v1/products", 405, "method_not_allowed");
  }

  @Test
  @DisplayName("a code is taken once, ignoring case")
  void duplicate() {
    String code = Given.code();
    Given.product(code, 0);
    As.admin()
        .body(Map.of("code", code.toLowerCase(java.util.Locale.ROOT), "name", "x"))
        .post("/api/v1/products")
        .then()
        .statusCode(409)
        .body("code", equalTo("duplicate_code"));
  }

  @Test
  @DisplayName("replacing needs the version that is replaced")
  void preconditions() {
    String path = "/api/v1/products/" + Given.product();
    Map<String, String> body = Map.of("code", Given.code(), "name", "y");
    As.admin().body(body).put(path).then().statusCode(428);
    As.admin().header("If-Match", "W/\"0\"").body(body).put(path).then().statusCode(412);
    As.admin().header("If-Match", "x\"0\"y").body(body).put(path).then().statusCode(412);
    As.admin().header("If-Match", "\"7\"").body(body).put(path).then().statusCode(412);
    As.admin().header("If-Match", "\"0\"").body(body).put(path).then().statusCode(200);
    As.viewer().get(path).then().statusCode(200).header("ETag", "\"1\"").body("name", equalTo("y"));
  }
}
