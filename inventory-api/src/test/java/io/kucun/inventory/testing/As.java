package io.kucun.inventory.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Requests as some user, with a real signed token. */
public final class As {
  private As() {}

  public static RequestSpecification admin() {
    return user("admin", "admin");
  }

  public static RequestSpecification warehouse() {
    return user("warehouse", "warehouse");
  }

  public static RequestSpecification sales() {
    return user("sales", "sales");
  }

  public static RequestSpecification viewer() {
    return user("viewer", "viewer");
  }

  public static RequestSpecification anonymous() {
    return RestAssured.given().contentType(ContentType.JSON).accept("*/*");
  }

  public static RequestSpecification user(String name, String... roles) {
    return bearing(token(name, "kucun", Duration.ofMinutes(10), roles));
  }

  public static RequestSpecification bearing(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  public static String token(String name, String audience, Duration validFor, String... roles) {
    return Jwt.issuer("https://issuer.test/realms/kucun")
        .audience(audience)
        .subject("sub-of-" + name)
        .claim("preferred_username", name)
        .claim("realm_access", Map.of("roles", Set.of(roles)))
        .expiresIn(validFor)
        .sign();
  }
}
