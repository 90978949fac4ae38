package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.rights.Ledger;
import io.kucun.gateway.rights.Step;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RightsTest.Open.class)
@DisplayName("However subscribing, renewing and revoking race with events,")
class RightsTest extends GatewayTest {

  /** Lets everybody in who has a token, as often as they like. */
  public static class Open implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kucun.session.commands-per-second", "100000",
          "kucun.session.command-burst", "100000",
          "kucun.session.ping-every", "1S",
          "kucun.session.pong-within", "60S",
          "kucun.session.stalled-at-most", "10M",
          "WS_MAX_CONNECTIONS_PER_ADDRESS", "10000",
          "WS_MAX_HANDSHAKES_PER_SECOND", "10000");
    }
  }

  private static final int THREADS = 4;
  private static final int ROUNDS = Scale.of(1, 20);
  private static final long SEED = Long.getLong("kucun.seed", System.nanoTime());

  @Test
  @DisplayName("nobody is sent an event without a grant")
  void races() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      try (Relay relay = new Relay(redisUrl, new Random(seed), Integer.MAX_VALUE)) {
        Troubles.CHANNELS.forEach(c -> awaitHead(c, relay.begin(c).epoch(), 0));
        Races races = new Races(base, relay, source.counters()::filled, seed, THREADS);
        races.run();
        assertThat(races.violations()).as("seed " + seed).isEmpty();
        assertThat(races.events()).as("events, seed " + seed).isGreaterThan(1_000);
        assertThat(races.refused()).as("refused, seed " + seed).isGreaterThan(10);
        assertThat(races.revoked()).as("revoked, seed " + seed).isPositive();
        assertThat(races.strictlyRevoked())
            .as("overtaken by nothing, seed " + seed)
            .isGreaterThanOrEqualTo(races.revoked() / 2);
        assertThat(races.tardy())
            .as("tardy, seed " + seed)
            .anySatisfy(one -> assertThat(one.violations()).isNotEmpty());
        races.all().forEach(one -> assertEveryFaultIsFound(one));
        races.close();
      }
    }
  }

  /** What a client really was sent, made bad. */
  private static void assertEveryFaultIsFound(Suspect one) {
    List<Step> steps = one.steps();
    if (one.events() == 0) {
      return;
    }
    assertThat(one.recheck(steps.stream().filter(s -> !(s instanceof Step.Subscribed)).toList()))
        .as("no subscription was answered")
        .isNotEmpty();
    List<Step> foreign = new ArrayList<>(steps);
    foreign.add(new Step.Renewed(Set.of("sales")));
    foreign.add(new Step.Subscribed("orders"));
    int before = one.recheck(foreign).size();
    foreign.add(new Step.Event("orders", "k1", "sub-somebody", 1));
    assertThat(one.recheck(foreign)).as("somebody else's order").hasSize(before + 1);
  }

  @Test
  @DisplayName("nor one who is behind, and loses a role before being caught up")
  void behind() {
    String epoch = newEpoch("orders");
    long offset = 1;
    try (SilentClient narrowed = new SilentClient(base, Tokens.of("nia", "admin"));
        SilentClient sales = new SilentClient(base, Tokens.of("sol", "sales"))) {
      narrowed.send("{\"type\":\"subscribe\",\"channel\":\"orders\"}");
      sales.send("{\"type\":\"subscribe\",\"channel\":\"orders\"}");
      Await.until("both listen", () -> hub.counters().subscriptions() == 2);
      while (hub.counters().behind() < 2) {
        assertThat(offset).as("events, and not both are behind").isLessThan(9_000);
        redis().publishLarge("orders", epoch, ++offset, 4_000, owner(offset));
      }
      narrowed.send("{\"type\":\"auth\",\"id\":1,\"token\":\"" + Tokens.of("nia", "sales") + "\"}");
      long last = offset + 600;
      while (offset < last) {
        redis().publishLarge("orders", epoch, ++offset, 4_000, owner(offset));
      }
      List<Step> ofNarrowed = readUntil(narrowed, last - last % 3);
      assertThat(Ledger.check("sub-nia", Set.of("admin"), ofNarrowed)).isEmpty();
      assertThat(Ledger.check("sub-nia", Set.of("sales"), ofNarrowed)).as("control").isNotEmpty();
      List<Step> ofSales = readUntil(sales, last - (last + 2) % 3);
      assertThat(Ledger.check("sub-sol", Set.of("sales"), ofSales)).isEmpty();
      assertThat(ofSales).as("all its own").hasSize(1 + (int) ((last - 1) / 3));
    }
  }

  private static String owner(long offset) {
    return switch ((int) (offset % 3)) {
      case 0 -> "sub-nia";
      case 1 -> "sub-sol";
      default -> "sub-somebody";
    };
  }

  private static List<Step> readUntil(SilentClient client, long offset) {
    List<Step> steps = new ArrayList<>();
    long seen = 0;
    while (seen < offset) {
      JsonObject frame = new JsonObject(client.next());
      switch (frame.getString("type", "event")) {
        case "event" -> {
          seen = frame.getLong("offset");
          steps.add(new Step.Event("orders", null, frame.getString("owner"), seen));
        }
        case "subscribed" -> steps.add(new Step.Subscribed("orders"));
        case "authenticated" -> steps.add(new Step.Renewed(Set.of("sales")));
        case "welcome", "position" -> {}
        default -> throw new AssertionError(frame.encode());
      }
    }
    return steps;
  }
}
