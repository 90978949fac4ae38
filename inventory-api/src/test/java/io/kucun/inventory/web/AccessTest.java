package io.kucun.inventory.web;

import static io.kucun.inventory.web.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Access")
class AccessTest {
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
  @DisplayName("no token is told the scheme, a token that is not valid that it is not")
  void challenge() {
    String path = "/api/v1/products";
    As.anonymous()
        .get(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("detail", equalTo("Send a token of the issuer."));
    String late = As.token("admin", "kucun", Duration.ofMinutes(-5), "admin");
    String foreign = As.token("admin", "another", Duration.ofMinutes(5), "admin");
    for (String token : List.of("garbage", "a.b.c", late, foreign)) {
      As.bearing(token)
          .get(path)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
          .body("detail", startsWith("The token is not valid here, or no longer:"));
    }
  }

  @Test
  @DisplayName("a page may read every header that an answer tells something in")
  void exposedHeaders() {
    String exposed =
        As.admin()
            .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
            .get("/api/v1/products")
            .then()
            .statusCode(200)
            .extract()
            .header("Access-Control-Expose-Headers");
    assertThat(exposed.split(", ?"))
        .contains(
            "ETag",
            "Location",
            "Content-Disposition",
            "Content-Language",
            "Cache-Status",
            "Kucun-Position",
            "Kucun-Cache",
            "Retry-After",
            "X-Request-Id",
            "traceresponse",
            "Idempotent-Replayed",
            "WWW-Authenticate",
            "Allow");
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
}
