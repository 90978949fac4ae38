package io.kucun.inventory.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@DisplayName("An Idempotency-Key")
class IdempotencyKeyTest {
  private static final String INBOUND = "/api/v1/inventory/inbound";

  @Inject Sql sql;

  private final String key = UUID.randomUUID().toString();
  private String product;

  @BeforeEach
  void product() {
    product = Given.product();
  }

  private static RequestSpecification keyed(RequestSpecification request, String key) {
    return request.header("Idempotency-Key", key);
  }

  private Map<String, Object> pieces(int quantity) {
    return Given.lot(product, "A01", null, Map.of("quantity", quantity));
  }

  private long stock() {
    return sql.number(
        "SELECT coalesce(sum(quantity), 0)::bigint FROM stock_lot WHERE product_id = $1",
        UUID.fromString(product));
  }

  static Stream<String> malformed() {
    return Stream.of("", "two words", "k".repeat(256), "tab\there", "d\u00e9j\u00e0");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  @DisplayName("is refused with a malformed key")
  void malformed(String bad) {
    keyed(As.warehouse(), bad)
        .body(pieces(1))
        .post(INBOUND)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation"));
    assertThat(stock()).isZero();
  }

  @Test
  @DisplayName("takes numbers that nobody would write out")
  void hugeNumbers() {
    String body =
        "{\"code\":\"%s\",\"name\":\"n\",\"specifications\":{\"x\":1e999999999}}"
            .formatted(Given.code());
    for (boolean replayed : List.of(false, true)) {
      keyed(As.admin(), key)
          .body(body)
          .post("/api/v1/products")
          .then()
          .statusCode(201)
          .header("Idempotent-Replayed", replayed ? equalTo("true") : nullValue());
    }
  }

  @Test
  @DisplayName("is refused with two keys, and taken with one of 255 characters")
  void edges() {
    keyed(keyed(As.warehouse(), "one"), "two").body(pieces(1)).post(INBOUND).then().statusCode(400);
    String longest = "~".repeat(255 - key.length()) + key;
    keyed(As.warehouse(), longest).body(pieces(1)).post(INBOUND).then().statusCode(201);
  }

  @Test
  @DisplayName("can be sent by a browser, which can see whether it was replayed")
  void cors() {
    String origin = RestAssured.baseURI + ":" + RestAssured.port;
    RestAssured.given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "idempotency-key")
        .options(INBOUND)
        .then()
        .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"));
    keyed(As.warehouse(), key)
        .header("Origin", origin)
        .body(pieces(1))
        .post(INBOUND)
        .then()
        .statusCode(201)
        .header("Access-Control-Expose-Headers", containsString("Idempotent-Replayed"));
  }
}
