package io.kucun.inventory.web;

import static io.kucun.inventory.web.Refused.refused;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Access")
class AccessTest {
  private static final String UNKNOWN = UUID.randomUUID().toString();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /api/v1/products",
    "GET, /api/v1/products/{id}",
    "POST, /api/v1/products",
    "PUT, /api/v1/products/{id}",
    "DELETE, /api/v1/products/{id}",
    "GET, /api/v1/products/{id}/inventory",
    "GET, /api/v1/inventory",
    "GET, /api/v1/inventory/{id}",
    "GET, /api/v1/inventory/movements",
    "POST, /api/v1/inventory/inbound",
    "POST, /api/v1/inventory/outbound",
    "POST, /api/v1/inventory/adjustments",
    "GET, /api/v1/orders",
    "GET, /api/v1/orders/{id}",
    "POST, /api/v1/orders",
    "POST, /api/v1/orders/{id}/confirm",
    "POST, /api/v1/orders/{id}/ship",
    "POST, /api/v1/orders/{id}/complete",
    "POST, /api/v1/orders/{id}/cancel"
  })
  @DisplayName("nobody gets in without a valid token")
  void anonymous(String method, String path) {
    String target = path.replace("{id}", UNKNOWN);
    refused(As.anonymous(), method, target, 401, "unauthenticated");
    refused(As.bearing("not.a.token"), method, target, 401, "unauthenticated");
    refused(token("other", Duration.ofMinutes(5)), method, target, 401, "unauthenticated");
    refused(token("kucun", Duration.ofMinutes(-1)), method, target, 401, "unauthenticated");
    refused(As.user("nobody"), method, target, 403, "forbidden");
    refused(As.user("nobody", "manager"), method, target, 403, "forbidden");
  }

  @ParameterizedTest(name = "{0} {1} takes {2}")
  @CsvSource({
    "POST, /api/v1/products, admin",
    "PUT, /api/v1/products/{id}, admin",
    "DELETE, /api/v1/products/{id}, admin",
    "POST, /api/v1/inventory/inbound, admin warehouse",
    "POST, /api/v1/inventory/outbound, admin warehouse",
    "POST, /api/v1/inventory/adjustments, admin warehouse",
    "GET, /api/v1/orders/{id}, admin warehouse sales",
    "POST, /api/v1/orders, admin sales",
    "POST, /api/v1/orders/{id}/confirm, admin sales",
    "POST, /api/v1/orders/{id}/cancel, admin sales",
    "POST, /api/v1/orders/{id}/ship, admin warehouse",
    "POST, /api/v1/orders/{id}/complete, admin warehouse"
  })
  @DisplayName("each role does what it may and no more")
  void roles(String method, String path, String allowed) {
    String target = path.replace("{id}", UNKNOWN);
    for (String role : List.of("admin", "warehouse", "sales", "viewer")) {
      boolean may = List.of(allowed.split(" ")).contains(role);
      int status = As.user(role, role).body("{}").request(method, target).statusCode();
      org.assertj.core.api.Assertions.assertThat(status == 403)
          .as("%s as %s: %d", method, role, status)
          .isEqualTo(!may);
    }
  }

  @Test
  @DisplayName("a token without a subject writes nothing")
  void withoutSubject() {
    String token =
        Jwt.issuer("https://issuer.test/realms/kucun")
            .audience("kucun")
            .claim("preferred_username", "sub-of-sales")
            .claim("realm_access", Map.of("roles", List.of("sales")))
            .sign();
    refused(As.bearing(token), "GET", "/api/v1/orders", 401, "unauthenticated");
  }

  @Test
  @DisplayName("a token in the query string is a parameter that nobody knows")
  void queryToken() {
    String token = As.token("admin", "kucun", Duration.ofMinutes(5), "admin");
    As.anonymous().get("/api/v1/products?access_token=" + token).then().statusCode(401);
    As.admin()
        .get("/api/v1/products?access_token=" + token)
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown_parameter"));
  }

  @Test
  @DisplayName("the description of the API and the dashboard's settings are there for everybody")
  void open() {
    As.anonymous().get("/q/openapi").then().statusCode(200);
    As.anonymous()
        .get("/config.json")
        .then()
        .statusCode(200)
        .body("issuer", equalTo("https://issuer.test/realms/kucun"));
  }

  @Test
  @DisplayName("a foreign browser origin is not let in")
  void origin() {
    As.admin()
        .header("Origin", "https://elsewhere.example")
        .get("/api/v1/products")
        .then()
        .statusCode(403);
  }

  private static RequestSpecification token(String audience, Duration validFor) {
    return As.bearing(As.token("admin", audience, validFor, "admin"));
  }
}
