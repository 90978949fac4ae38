package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.recovery.Tampering;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RecoveryTest.Attentive.class)
@DisplayName("Clients that go between two gateways, whatever happens to these and to Redis,")
class RecoveryTest extends GatewayTest {

  /** Looks after Redis often, tells positions often, and lets everybody in. */
  public static class Attentive implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kucun.gateway.check-every", "300MS",
          "kucun.session.ping-every", "500MS",
          "kucun.session.pong-within", "60S",
          "WS_MAX_CONNECTIONS_PER_USER", "5000",
          "WS_MAX_CONNECTIONS_PER_ADDRESS", "5000",
          "WS_MAX_HANDSHAKES_PER_SECOND", "5000");
    }
  }

  private static final int ROUNDS = Scale.of(1, 15);
  private static final long SEED = Long.getLong("kucun.seed", System.nanoTime());

  @Inject GatewayConfig config;
  @Inject Vertx vertx;

  private final List<Crowd> crowds = new ArrayList<>();

  @AfterEach
  void leave() {
    crowds.forEach(Crowd::close);
  }

  private Crowd crowd(long seed) {
    SecondGateway second = new SecondGateway(config, vertx);
    Crowd crowd = new Crowd(redisUrl, new Random(seed), new SocketDoor(base), hub, source, second);
    crowds.add(crowd);
    return crowd;
  }

  /** Each of them twice, in any order. */
  private static List<Trouble> plan(Random random, boolean losing) {
    List<Trouble> some = Stream.of(Trouble.values()).filter(t -> losing || !t.losesData()).toList();
    List<Trouble> plan = new ArrayList<>(some);
    plan.addAll(some);
    plan.remove(Trouble.FROZEN_LONG);
    Collections.shuffle(plan, random);
    return plan;
  }

  @Test
  @DisplayName("get everything once and in order, without a resync, as long as Redis keeps its log")
  void kept() {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Crowd crowd = crowd(seed);
      List<Trouble> plan = plan(new Random(seed), false);
      live(crowd, plan, seed);
      assertThat(crowd.wrong()).as("seed %d, %s", seed, plan).isEmpty();
      assertThat(crowd.complaints()).as("seed %d, %s", seed, plan).isEmpty();
      assertThat(crowd.sum(t -> t.recovered)).as("recovered").isGreaterThan(50);
      assertThat(crowd.relay().lost).as("lost").isPositive();
      crowd.close();
    }
    assertThat(source.counters().filled()).as("filled").isPositive();
  }

  @Test
  @DisplayName("are told to read anew where something is gone, and miss nothing anywhere else")
  void gone() {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Crowd crowd = crowd(seed);
      List<Trouble> plan = plan(new Random(seed), true);
      live(crowd, plan, seed);
      assertThat(crowd.wrong()).as("seed %d, %s", seed, plan).isEmpty();
      assertThat(crowd.sum(t -> t.resyncs)).as("resyncs").isPositive();
      assertThat(crowd.sum(t -> t.recovered)).as("recovered").isPositive();
      assertThat(crowd.sum(t -> t.notRecovered)).as("not recovered").isPositive();
      assertEveryFaultIsFound(crowd, seed);
      crowd.close();
    }
  }

  private static void live(Crowd crowd, List<Trouble> plan, long seed) {
    try {
      crowd.live(plan);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ", " + plan + ", wrong: " + crowd.wrong(), e);
    }
  }

  /** What the clients really heard, made bad. */
  private static void assertEveryFaultIsFound(Crowd crowd, long seed) {
    Tampering tampering = new Tampering(new Random(seed));
    for (Track track : crowd.longest(10)) {
      for (Tampering.Trick trick : tampering.all()) {
        assertThat(track.recheck(trick.change().apply(track.history)))
            .as("seed %d, %s", seed, trick)
            .extracting(v -> v.kind())
            .containsAnyElementsOf(trick.finds());
      }
    }
  }

  @Test
  @DisplayName("are found to miss something behind a gateway that does not look for gaps")
  void careless() {
    Crowd crowd = crowd(SEED);
    try (CarelessGateway careless = new CarelessGateway(redisUrl, crowd.relay())) {
      Roamer deceived = crowd.newcomer("c0");
      deceived.connect(careless, true);
      crowd.live(List.of(Trouble.BURST_LOST, Trouble.BURST_LOST));
      careless.awaitLast();
      assertThat(deceived.tracks())
          .as("seed " + SEED)
          .allMatch(track -> !track.checker.violations().isEmpty());
    }
    assertThat(crowd.wrong()).as("seed " + SEED).isEmpty();
  }
}
