package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.testing.Scale;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StalledClientsTest.Crowd.class)
@DisplayName("When many clients stop reading")
class StalledClientsTest extends GatewayTest {

  private static final Logger LOG = Logger.getLogger(StalledClientsTest.class);
  private static final int STALLED = Scale.of(20, 1_000);
  private static final int EVENT_BYTES = 4_000;
  private static final int LOG_EVENTS = Scale.of(1_000, 3_000);
  private static final int BOUND = 65_536;
  private static final long MOST_MEMORY = 100 * 1024;

  /** What else the process does takes and gives that much; against 1,000 it is little. */
  private static final long NOISE = Scale.of(2_000_000, 0);

  private static final int HEALTHY = 3;
  private static final long OLDER = 20_000_000;
  private static final int PATIENCE = 120_000;
  private static final int TOGETHER = 50;
  private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"channel\":\"inventory\"}";

  /** Room for them, a log of known length, and all the time that they may want. */
  public static class Crowd implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "WS_MAX_CONNECTIONS_PER_USER", "2000",
          "WS_MAX_CONNECTIONS_PER_ADDRESS", "2000",
          "WS_MAX_HANDSHAKES_PER_SECOND", "2000",
          "kucun.gateway.log-events", Integer.toString(LOG_EVENTS),
          "kucun.session.stalled-at-most", "10M",
          // Those who do not read yet do not answer either.
          "kucun.session.pong-within", "10M");
    }
  }

  private final List<SilentClient> stalled = new ArrayList<>();
  private final List<Client> healthy = new ArrayList<>();
  private String epoch = "";
  private long offset = 1;
  private long start;
  private long emptyFootprint;
  private double mostWaiting;

  @AfterEach
  void leave() {
    stalled.forEach(SilentClient::close);
    healthy.forEach(Client::close);
    Await.until("all are gone", hub.counters()::subscriptions, 0);
  }

  /** Before they connect the log is full already, so that it does not grow any more. */
  private void stall() {
    epoch = newEpoch("inventory");
    while (offset < LOG_EVENTS) {
      redis().publishLarge("inventory", epoch, ++offset, EVENT_BYTES);
      if (offset % TOGETHER == 0) {
        // What arrives in one piece is kept in one piece, until something else arrives.
        awaitHead("inventory", epoch, offset);
      }
    }
    start = offset;
    String token = Tokens.of("sid", "viewer");
    for (int i = 0; i < STALLED; i++) {
      SilentClient client = new SilentClient(base, token, PATIENCE);
      client.send(SUBSCRIBE);
      stalled.add(client);
    }
    for (int i = 0; i < HEALTHY; i++) {
      healthy.add(Client.welcomed(base, Tokens.of("hal", "viewer")));
      healthy.getLast().send(SUBSCRIBE).next("subscribed");
    }
    Await.until("they listen", hub.counters()::subscriptions, STALLED + HEALTHY);
    emptyFootprint = Footprint.bytes();
  }

  /** Publishes until all are behind, and some more. */
  private void publish(int more) {
    List<Trail> trails = healthy.stream().map(client -> new Trail(offset)).toList();
    long from = offset;
    long began = System.nanoTime();
    long last = Long.MAX_VALUE;
    while (offset < last) {
      assertThat(offset).as("events, and not all are behind").isLessThan(20_000);
      for (int i = 0; i < TOGETHER; i++) {
        redis().publishLarge("inventory", epoch, ++offset, EVENT_BYTES);
      }
      for (int i = 0; i < HEALTHY; i++) {
        follow(trails.get(i), healthy.get(i)::next);
      }
      mostWaiting = Math.max(mostWaiting, gauge("waiting.most"));
      if (last == Long.MAX_VALUE && hub.counters().behind() >= STALLED) {
        last = offset + more;
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    LOG.infof("%.0f events per second", (offset - from) / seconds);
    assertThat(trails).as("healthy").allMatch(trail -> trail.resyncs == 0);
  }

  private static double gauge(String name) {
    return Metrics.globalRegistry.get("kucun.gateway." + name).gauge().value();
  }

  /** They may share so much besides, however many they are. */
  private void assertBounded(long shared) {
    assertThat(mostWaiting).as("most bytes kept for a client").isBetween(BOUND / 4.0, BOUND * 1.0);
    assertThat(gauge("unwritable")).isGreaterThan(0);
    long each = (Footprint.bytes() - emptyFootprint - shared - NOISE) / STALLED;
    LOG.infof("%d bytes for each that stalls", each);
    assertThat(each).as("memory for each that stalls").isLessThanOrEqualTo(MOST_MEMORY);
  }

  @Test
  @DisplayName("they cost no more than their bound, and get everything once they read on")
  void everything() {
    stall();
    publish(Scale.of(100, 500));
    assertBounded(0);
    assertThat(readOn()).allMatch(trail -> trail.resyncs == 0);
    assertThat(hub.counters().behind()).isZero();
    assertThat(hub.counters().caughtUp()).isGreaterThanOrEqualTo(STALLED);
    String next = redis().publishLarge("inventory", epoch, ++offset, EVENT_BYTES);
    for (Client client : healthy) {
      assertThat(client.next()).isEqualTo(next);
    }
    for (SilentClient client : stalled) {
      assertThat(client.next()).as("live again").isEqualTo(next);
    }
  }

  @Test
  @DisplayName("and get what the gateway itself has no longer out of the log in Redis")
  void fromRedis() {
    stall();
    long reads = hub.counters().recalls();
    publish(LOG_EVENTS + 100);
    assertBounded(OLDER);
    assertThat(readOn()).allMatch(trail -> trail.resyncs == 0);
    assertThat(hub.counters().recalls() - reads).as("reads for all").isBetween(1L, STALLED / 2L);
    assertThat(hub.counters().behind()).isZero();
  }

  @Test
  @DisplayName("and are told to resync if they slept too long, and go on from there")
  void resync() {
    stall();
    publish(Scale.of(100, 500));
    // What they need next is still remembered: nobody can have read it back from there.
    redis().command("DEL", "kucun:log:inventory");
    publish(LOG_EVENTS);
    assertBounded(0);
    assertThat(readOn()).allMatch(trail -> trail.resyncs == 1);
    assertThat(hub.counters().behind()).isZero();
  }

  /** All together: the longer one stalls, the longer the system waits before it tries again. */
  private List<Trail> readOn() {
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Trail>> trails =
          stalled.stream()
              .map(client -> CompletableFuture.supplyAsync(() -> readOn(client), readers))
              .toList();
      return trails.stream().map(CompletableFuture::join).toList();
    }
  }

  private Trail readOn(SilentClient client) {
    return follow(new Trail(start), client::next);
  }

  /** Reads until the newest event; frames that are none may come between. */
  private Trail follow(Trail trail, Supplier<String> next) {
    while (trail.at() < offset) {
      trail.follow(next.get());
    }
    return trail;
  }
}
