package io.kucun.gateway;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Signs tokens as the identity provider would. */
final class Tokens {

  private Tokens() {}

  static String of(String user, String... roles) {
    return of(user, Duration.ofMinutes(5), roles);
  }

  static String of(String user, Duration validFor, String... roles) {
    Instant now = Instant.now();
    return Jwt.claims()
        .subject("sub-" + user)
        .claim("preferred_username", user)
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .issuedAt(now.minusSeconds(60))
        .expiresAt(now.plus(validFor))
        .sign();
  }

  /** A token that is issued only now; the others are a minute old. */
  static String fresh(String user, String... roles) {
    Instant now = Instant.now();
    return Jwt.claims()
        .subject("sub-" + user)
        .claim("preferred_username", user)
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .issuedAt(now)
        .expiresAt(now.plusSeconds(300))
        .sign();
  }

  static String forAnotherAudience(String user) {
    return Jwt.claims().subject("sub-" + user).audience("somebody-else").expiresIn(300).sign();
  }

  static String fromAnotherIssuer(String user) {
    return Jwt.claims().subject("sub-" + user).issuer("https://evil.test").expiresIn(300).sign();
  }
}
