package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SlowClientTest.Impatient.class)
@DisplayName("A client that does not read")
class SlowClientTest extends GatewayTest {

  /** Bounds that a test can reach. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kucun.session.stalled-at-most", "1S");
    }
  }

  private static final int EVENTS = 200;

  @Test
  @DisplayName("is closed as too slow, while others get everything")
  void closed() {
    String text = "{\"channel\":\"inventory\",\"data\":\"" + "x".repeat(100_000) + "\",\"ts\":1}";
    String subscribe = "{\"type\":\"subscribe\",\"channel\":\"inventory\"}";
    try (SilentClient slow = new SilentClient(base, Tokens.of("sid", "viewer"));
        Client healthy = Client.welcomed(base, Tokens.of("hal", "viewer"))) {
      slow.send(subscribe);
      healthy.send(subscribe).next("subscribed");
      Await.until("both listen", () -> hub.counters().subscriptions() == 2);
      for (int i = 0; i < EVENTS; i++) {
        redis().command("PUBLISH", "kucun:events:inventory", text);
        assertThat(healthy.next()).isEqualTo(text);
      }
      Await.until("the slow one hears no more", () -> hub.counters().subscriptions() == 1);
      assertThat(hub.counters().behind()).isZero();
      Await.until("it is gone", () -> closedAsTooSlow() == 1);
      healthy.nothingElse();
    }
  }

  private static double closedAsTooSlow() {
    return Metrics.globalRegistry
        .find("kucun.gateway.closes")
        .tag("code", "4408")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
