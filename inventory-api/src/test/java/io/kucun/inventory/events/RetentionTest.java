package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.testing.Scale;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Retention")
class RetentionTest extends OnOneLog {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int LOG = 100;
  private static final int OLD = 2 * Retention.BATCH + 500;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Retention retention;
  private HandRelay relay;

  @BeforeEach
  void setUp() {
    Pace settings = new Pace(LOG);
    RelayMeters relayMeters = new RelayMeters(meters);
    relay = relay(settings, Scripts.packaged());
    retention =
        new Retention(
            vertx,
            database.pool(),
            new Lease(database.pool(), settings, relayMeters),
            settings,
            relayMeters);
  }

  private void age(String channel, long upTo, String age) {
    database.run(
        "UPDATE event SET ts = extract(epoch FROM now() - '"
            + age
            + "'::interval) * 1000 WHERE channel = $1 AND log_offset <= $2",
        channel,
        upTo);
  }

  private int batch(Channel channel) {
    return retention.batch(channel).await().atMost(LIMIT);
  }

  private long oldest(Channel channel) {
    return new EventStore(database.pool())
        .channels().await().atMost(LIMIT).states().stream()
            .filter(state -> state.channel().equals(channel.wire()))
            .findFirst()
            .orElseThrow()
            .oldest();
  }

  @Test
  @DisplayName("deletes what is older than configured, oldest first, a bounded number at a time")
  void batches() {
    commit("orders", OLD + 300);
    relay.drain();
    age("orders", OLD, "8 days");
    assertThat(batch(Channel.ORDERS)).isEqualTo(Retention.BATCH);
    assertThat(oldest(Channel.ORDERS)).isEqualTo(Retention.BATCH + 1);
    assertThat(batch(Channel.ORDERS)).isEqualTo(Retention.BATCH);
    assertThat(batch(Channel.ORDERS)).isEqualTo(500);
    assertThat(batch(Channel.ORDERS)).isZero();
    assertThat(oldest(Channel.ORDERS)).isEqualTo(OLD + 1);
    assertThat(meters.get("kucun.events.trimmed").counter().count()).isEqualTo(OLD);
  }

  @Test
  @DisplayName("keeps as many of the newest as a refill of Redis needs, however old")
  void neededByTheLog() {
    commit("orders", 350);
    relay.drain();
    age("orders", 350, "1 year");
    assertThat(batch(Channel.ORDERS)).isEqualTo(250);
    assertThat(batch(Channel.ORDERS)).isZero();
    redis.send(Command.FLUSHALL);
    relay.carrier.doubt();
    relay.drain();
    assertThat(log("orders")).hasSize(LOG);
    assertThat(position("orders")).isEqualTo(new Position("e1", 350));
  }

  @Test
  @DisplayName("keeps what is not published, however old, with and without an offset")
  void unpublished() {
    commit("orders", 200);
    relay.drain();
    commit("orders", 300);
    relay.gates.halt(Point.BEFORE_PUBLISHING);
    var never = relay.begin();
    relay.gates.reached(Point.BEFORE_PUBLISHING);
    commit("orders", 40);
    database.run("UPDATE event SET ts = 0");
    assertThat(batch(Channel.ORDERS)).isEqualTo(100);
    assertThat(batch(Channel.ORDERS)).isZero();
    assertThat(rows("orders")).hasSize(440);
    assertThat(never).isNotDone();
  }

  @Test
  @DisplayName("leaves no gap: a new one among old ones keeps all that follow it")
  void noGap() {
    commit("orders", 400);
    relay.drain();
    age("orders", 250, "8 days");
    database.run("UPDATE event SET ts = extract(epoch FROM now()) * 1000 WHERE log_offset = 120");
    assertThat(batch(Channel.ORDERS)).isEqualTo(119);
    assertThat(batch(Channel.ORDERS)).isZero();
    assertThat(oldest(Channel.ORDERS)).isEqualTo(120);
    assertThat(rows("orders")).hasSize(281);
  }

  @Test
  @DisplayName("knows each channel for itself, and the next offset where nothing is kept")
  void channels() {
    commit("orders", Scale.of(150, 1_000));
    relay.drain();
    age("orders", 1_000, "8 days");
    assertThat(batch(Channel.PRODUCTS)).isZero();
    assertThat(oldest(Channel.PRODUCTS)).isOne();
    assertThat(batch(Channel.ORDERS)).isPositive();
    assertThat(rows("orders")).hasSize(LOG);
  }
}
