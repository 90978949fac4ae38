package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.session.SessionLifecycle;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DrainTest.Own.class)
@DisplayName("A gateway that stops")
class DrainTest extends GatewayTest {

  /** An application of its own, for it lets nobody in afterwards. */
  public static class Own implements QuarkusTestProfile {}

  @Inject @Nullable SessionLifecycle sessions;

  @Test
  @DisplayName("is not ready, sends its clients elsewhere, closes, and lets nobody in")
  void drains() {
    String token = Tokens.of("ann", "viewer");
    try (Client first = Client.welcomed(base, token);
        Client second = Client.welcomed(base, token)) {
      Await.until("both are counted", () -> lifecycle().connections() == 2);
      Instant start = Instant.now();
      lifecycle().drain();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
      for (Client client : new Client[] {first, second}) {
        assertThat(client.next("reconnect")).matches(".*\"afterMs\":\\d{1,4}}");
        assertThat(client.closeCode()).isEqualTo(4503);
      }
    }
    assertThat(lifecycle().connections()).isZero();
    RawRequest.Answer refused = RawRequest.upgrade(base, "/ws").bearer(token).send();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.hasCode("draining")).isTrue();
    assertThat(readiness().status()).isEqualTo(503);
  }

  private SessionLifecycle lifecycle() {
    return Objects.requireNonNull(sessions);
  }
}
