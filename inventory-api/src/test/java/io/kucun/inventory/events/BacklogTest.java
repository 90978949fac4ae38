package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The backlog")
class BacklogTest extends OnOneLog {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // About to overflow.
  private LoopRelay replica;
  private Backlog backlog;

  @BeforeEach
  void setUp() {
    Pace settings = new Pace();
    replica = new LoopRelay(vertx, database.pool(), redis.url(), settings);
    backlog =
        new Backlog(
            database.pool(), replica.lease, settings, vertx, replica.relay, meters, nanos::get);
  }

  @AfterEach
  void tearDown() {
    replica.close();
  }

  private RelayState counted() {
    backlog.count().await().atMost(LIMIT);
    return backlog.state();
  }

  private void pass(long seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private void failToCount() {
    UniAssertSubscriber<Void> count =
        backlog.count().subscribe().withSubscriber(UniAssertSubscriber.create());
    count.awaitFailure(LIMIT);
  }

  private double gauge(String name) {
    return meters.get("kucun.events." + name).gauge().value();
  }

  @Test
  @DisplayName("is nothing where nothing waits")
  void empty() {
    assertThat(counted()).isEqualTo(new RelayState(0, 0, 0, false, 0, false));
    commit("orders", 5);
    relay().drain();
    assertThat(counted()).isEqualTo(new RelayState(0, 0, 0, false, 0, false));
  }

  @Test
  @DisplayName("counts events without and with an offset, and tells the age of the oldest")
  void waiting() {
    HandRelay stuck = relay();
    commit("orders", 5);
    stuck.gates.halt(Point.BEFORE_PUBLISHING);
    var never = stuck.begin();
    stuck.gates.reached(Point.BEFORE_PUBLISHING);
    commit("products", 3);
    RelayState young = counted();
    assertThat(young.unassigned()).isEqualTo(3);
    assertThat(young.unpublished()).isEqualTo(5);
    assertThat(young.waiting()).isEqualTo(8);
    database.run("UPDATE event SET ts = ts - 3600000 WHERE channel = 'orders'");
    RelayState late = counted();
    assertThat(late.oldestSeconds()).isBetween(3_600L, 3_700L);
    assertThat(late.late()).isTrue();
    database.run("UPDATE event SET ts = ts - 7200000 WHERE channel = 'products'");
    assertThat(counted().oldestSeconds()).isBetween(7_200L, 7_300L);
    assertThat(gauge("unassigned")).isEqualTo(3);
    assertThat(gauge("unpublished")).isEqualTo(5);
    assertThat(gauge("lag.seconds")).isBetween(7_200.0, 7_300.0);
    assertThat(never).isNotDone();
  }

  @Test
  @DisplayName("says whether this replica leads, and in which term")
  void leading() {
    assertThat(counted().leads()).isFalse();
    replica.lease.hold().await().atMost(LIMIT);
    assertThat(counted().leads()).isTrue();
    assertThat(counted().term()).isOne();
    assertThat(replica.meters.get("kucun.events.leading").gauge().value()).isOne();
    assertThat(replica.meters.get("kucun.events.term").gauge().value()).isOne();
  }

  @Test
  @DisplayName("gets older while nobody can count it, from the second failure in a row on")
  void uncounted() {
    commit("orders", 5);
    database.run("UPDATE event SET ts = extract(epoch FROM now()) * 1000 - 3000");
    long known = counted().oldestSeconds();
    assertThat(known).isBetween(3L, 8L);
    whileAway(() -> {
      pass(7);
      failToCount();
      assertThat(backlog.state().oldestSeconds()).as("after one failure").isEqualTo(known);
      assertThat(gauge("uncounted.seconds")).isZero();
      failToCount();
      assertThat(backlog.state().oldestSeconds()).isEqualTo(known + 7);
      pass(60);
      assertThat(backlog.state().late()).isTrue();
      assertThat(backlog.state().unassigned()).isEqualTo(5);
      assertThat(gauge("lag.seconds")).isEqualTo((double) (known + 67));
      assertThat(gauge("uncounted.seconds")).isEqualTo(67);
    });
    assertThat(counted().oldestSeconds()).isBetween(known, known + 30);
    assertThat(gauge("uncounted.seconds")).isZero();
    pass(3_600);
    whileAway(this::failToCount);
    assertThat(gauge("uncounted.seconds")).as("one failure after a good count").isZero();
  }

  /** No count can succeed meanwhile. */
  private static void whileAway(Runnable test) {
    database.run("ALTER TABLE event_channel RENAME TO event_channel_away");
    try {
      test.run();
    } finally {
      database.run("ALTER TABLE event_channel_away RENAME TO event_channel");
    }
  }
}
