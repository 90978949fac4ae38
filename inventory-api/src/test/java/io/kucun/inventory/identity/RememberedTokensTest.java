package io.kucun.inventory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.RedisProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A token that has been verified")
class RememberedTokensTest {
  private static final String CONTROL = "kucun:control";

  @Inject MeterRegistry meters;
  @Inject RedisProbe redis;

  @BeforeEach
  void subscribed() {
    Eventually.holds(() ->
        assertThat(redis.send(Command.PUBSUB, "NUMSUB", CONTROL).get(1).toInteger()).isPositive());
    redis.send(Command.PUBLISH, CONTROL, "not JSON: forget all");
    remembered(0);
  }

  private void remembered(int tokens) {
    Eventually.holds(
        () -> assertThat(meters.get("kucun.tokens.verified").gauge().value()).isEqualTo(tokens));
  }

  private static int status(String token) {
    return As.bearing(token).get("/api/v1/products?limit=1").statusCode();
  }

  @Test
  @DisplayName("is remembered, with its own roles and no others'")
  void roles() {
    String viewer = As.token("viewer", "kucun", Duration.ofMinutes(1), "viewer");
    String admin = As.token("admin", "kucun", Duration.ofMinutes(1), "admin");
    for (int i = 0; i < 3; i++) {
      assertThat(As.bearing(viewer).get("/api/v1/cache/stats").statusCode()).isEqualTo(403);
      assertThat(As.bearing(admin).get("/api/v1/cache/stats").statusCode()).isEqualTo(200);
    }
    remembered(2);
  }

  @Test
  @DisplayName("is refused once it has expired")
  void expired() {
    String brief = As.token("viewer", "kucun", Duration.ofSeconds(2), "viewer");
    assertThat(status(brief)).isEqualTo(200);
    assertThat(status(brief)).isEqualTo(200);
    Eventually.holds(() -> assertThat(status(brief)).isEqualTo(401));
  }

  @Test
  @DisplayName("that no key of the issuer has signed is never remembered")
  void forged() {
    String token = As.token("viewer", "kucun", Duration.ofMinutes(1), "admin");
    String forged = token.substring(0, token.length() - 6) + "AAAAAA";
    assertThat(status(forged)).isEqualTo(401);
    assertThat(status(forged)).isEqualTo(401);
    assertThat(status(As.token("viewer", "another", Duration.ofMinutes(1), "admin")))
        .isEqualTo(401);
    remembered(0);
  }

  @Test
  @DisplayName("is forgotten when its subject is revoked, those of others are not")
  void revoked() {
    assertThat(status(As.token("wang", "kucun", Duration.ofMinutes(1), "viewer"))).isEqualTo(200);
    assertThat(status(As.token("li", "kucun", Duration.ofMinutes(1), "viewer"))).isEqualTo(200);
    remembered(2);
    redis.send(Command.PUBLISH, CONTROL, "{\"type\":\"disconnect\",\"sub\":\"sub-of-wang\"}");
    remembered(1);
  }
}
