package io.kucun.gateway;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
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
    return claims(user, Duration.ofMinutes(1), validFor, roles).sign();
  }

  /** A token that is issued only now; the others are a minute old. */
  static String fresh(String user, String... roles) {
    return claims(user, Duration.ZERO, Duration.ofMinutes(5), roles).sign();
  }

  /** A token whose header names the key. */
  static String signedBy(SigningKey key, String user, String... roles) {
    return claims(user, Duration.ofMinutes(1), Duration.ofMinutes(5), roles)
        .jws()
        .keyId(key.id())
        .sign(key.secret());
  }

  private static JwtClaimsBuilder claims(
      String user, Duration age, Duration validFor, String... roles) {
    Instant now = Instant.now();
    return Jwt.claims()
        .subject("sub-" + user)
        .claim("preferred_username", user)
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .issuedAt(now.minus(age))
        .expiresAt(now.plus(validFor));
  }

  static String forAnotherAudience(String user) {
    return Jwt.claims().subject("sub-" + user).audience("somebody-else").expiresIn(300).sign();
  }

  static String fromAnotherIssuer(String user) {
    return Jwt.claims().subject("sub-" + user).issuer("https://evil.test").expiresIn(300).sign();
  }
}
