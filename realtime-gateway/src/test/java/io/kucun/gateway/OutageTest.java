package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.servers.LocalServers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OutageTest.Attentive.class)
@DisplayName("When Redis fails")
class OutageTest extends GatewayTest {

  /** Looks after Redis more often than usual. */
  public static class Attentive implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kucun.gateway.check-every", "300MS");
    }
  }

  private String epoch = "";
  private @Nullable Client connected;

  @BeforeEach
  void subscribe() {
    epoch = newEpoch("inventory");
    connected = Client.welcomed(base, Tokens.of("vera", "viewer"));
    client().send("{\"type\":\"subscribe\",\"channel\":\"inventory\"}").next("subscribed");
  }

  @AfterEach
  void restore() {
    client().close();
    LocalServers.resumeRedis();
    LocalServers.startRedis();
  }

  private Client client() {
    return Objects.requireNonNull(connected);
  }

  @Test
  @DisplayName("sockets stay, clients are told, and events go on after a restart without data")
  void restartsEmpty() {
    try (LogWatch log = new LogWatch("io.kucun.gateway.source.LinkReport")) {
      LocalServers.killRedis();
      hangUp();
      assertThat(client().next("degraded")).contains("\"on\":true");
      assertThat(readiness().status()).isEqualTo(200);
      assertThat(readiness().body()).contains("\"reachable\": false");
      RawRequest ticket = RawRequest.to(base, "POST /tickets").with("Content-Length", "0");
      RawRequest.Answer refused = ticket.bearer(Tokens.of("vera", "viewer")).send();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.hasCode("tickets_unavailable")).isTrue();
      assertThat(refused.header("Retry-After")).isNotEmpty();
      RawRequest order = RawRequest.to(base, "POST /admin/disconnect");
      RawRequest.Answer unsaid =
          order.bearer(Tokens.of("root", "admin")).body("{\"sub\":\"x\"}").send();
      Refused.with(unsaid, 503, "control_unavailable");
      assertThat(unsaid.header("Retry-After")).isNotEmpty();
      assertThat(log.records()).hasSize(1);

      LocalServers.startRedis();
      assertThat(client().next("degraded")).contains("\"on\":false");
      assertThat(readiness().body()).contains("\"reachable\": true");
      publisher = null;
      String second = redis().publish("inventory", epoch, 2, null, null);
      assertThat(client().next()).isEqualTo(second);
      assertThat(log.records()).hasSize(2);
    }
  }

  @Test
  @DisplayName("what was published while the link was cut comes from the log")
  void linkCut() {
    redis().command("CLIENT", "KILL", "TYPE", "pubsub");
    String second = redis().publish("inventory", epoch, 2, null, null);
    String third = redis().publish("inventory", epoch, 3, null, null);
    client().next("degraded");
    assertThat(client().next()).isEqualTo(second);
    assertThat(client().next()).isEqualTo(third);
    assertThat(client().next("degraded")).contains("\"on\":false");
  }

  @Test
  @DisplayName("a lost message is found by the next one, or by itself")
  void lostMessage() {
    String second = redis().lose("inventory", epoch, 2);
    String third = redis().publish("inventory", epoch, 3, null, null);
    assertThat(client().next()).isEqualTo(second);
    assertThat(client().next()).isEqualTo(third);
    String fourth = redis().lose("inventory", epoch, 4);
    assertThat(client().next()).isEqualTo(fourth);
    client().nothingElse();
  }

  @Test
  @DisplayName("what cannot be found any more, or was numbered anew, is a resync")
  void resync() {
    redis().command("DEL", "kucun:log:inventory");
    redis().publish("inventory", epoch, 5, null, null);
    assertThat(client().next("resync")).contains("\"channel\":\"inventory\"", "\"offset\":5");
    String other = epoch + "x";
    redis().command("DEL", "kucun:log:inventory");
    redis().publish("inventory", other, 1, null, null);
    assertThat(client().next("resync"))
        .isEqualTo(
            "{\"type\":\"resync\",\"channel\":\"inventory\",\"epoch\":\"%s\",\"offset\":1}"
                .formatted(other));
  }

  @Test
  @DisplayName("a silent link is given up and made again")
  void silent() {
    LocalServers.pauseRedis();
    assertThat(client().next("degraded")).contains("\"on\":true");
    LocalServers.resumeRedis();
    assertThat(client().next("degraded")).contains("\"on\":false");
    String second = redis().publish("inventory", epoch, 2, null, null);
    assertThat(client().next()).isEqualTo(second);
  }

  @Test
  @DisplayName("messages that are no envelopes are dropped, and the next event is not")
  void garbage() {
    long before = source.counters().invalid();
    redis().command("PUBLISH", "kucun:events:inventory", "{");
    redis()
        .command(
            "PUBLISH", "kucun:events:inventory", Publisher.envelope("orders", "e", 9, null, null));
    String live = "{\"channel\":\"inventory\",\"data\":1,\"ts\":1}";
    redis().command("PUBLISH", "kucun:events:inventory", live);
    assertThat(client().next()).isEqualTo(live);
    assertThat(source.counters().invalid()).isEqualTo(before + 2);
  }
}
