package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The backlog")
class BacklogTest extends OnOneLog {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private LoopRelay replica;
  private Backlog backlog;

  @BeforeEach
  void setUp() {
    Pace settings = new Pace();
    replica = new LoopRelay(vertx, database.pool(), redis.url(), settings);
    backlog = new Backlog(database.pool(), replica.lease, settings, vertx, replica.relay, meters);
  }

  @AfterEach
  void tearDown() {
    replica.close();
  }

  private RelayState counted() {
    backlog.count().await().atMost(LIMIT);
    return backlog.state();
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
}
