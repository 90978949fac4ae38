package io.kucun.inventory.order;

import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("Moving an order")
class OrderVersionsTest {
  private String order;

  @BeforeEach
  void draft() {
    String product = Given.product();
    Given.stock(product, "A01", null, 5);
    order = "/api/v1/orders/" + Given.draft("sales", Given.item(product, "A01", 5));
  }

  private ValidatableResponse step(String step, String ifMatch) {
    return As.admin().header("If-Match", ifMatch).post(order + "/" + step).then();
  }

  @Test
  @DisplayName("of the version that the caller knows succeeds, each step with the tag of the last")
  void current() {
    String etag = As.admin().get(order).header("ETag");
    for (String step : new String[] {"confirm", "ship", "complete"}) {
      etag = step(step, etag).statusCode(200).extract().header("ETag");
    }
    As.admin().get(order).then().header("ETag", etag).body("status", equalTo("completed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"99\"", "W/\"0\"", "0", "\"\""})
  @DisplayName("of another version is refused, at any step, and moves nothing")
  void stale(String ifMatch) {
    for (String step : new String[] {"confirm", "cancel", "ship", "complete"}) {
      step(step, ifMatch).statusCode(412).body("code", equalTo("precondition_failed"));
    }
    As.admin().get(order).then().body("status", equalTo("draft"));
  }

  @Test
  @DisplayName("of no version, although it is to be one, is refused and moves nothing")
  void empty() {
    for (String blank : new String[] {"", "  "}) {
      step("confirm", blank).statusCode(400).body("code", equalTo("validation"));
    }
    As.admin().get(order).then().body("status", equalTo("draft"));
  }
}
