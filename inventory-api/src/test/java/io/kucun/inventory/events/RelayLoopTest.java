package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.kucun.local.servers.LocalServers;
import io.kucun.local.testing.Scale;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Relays of several replicas")
class RelayLoopTest extends OnOneLog {
  private final List<LoopRelay> replicas = new ArrayList<>();

  @AfterEach
  void stopReplicas() {
    replicas.forEach(LoopRelay::close);
  }

  private LoopRelay replica(EventSettings settings) {
    LoopRelay replica = new LoopRelay(vertx, database.pool(), redis.url(), settings);
    replicas.add(replica);
    replica.relay.start();
    return replica;
  }

  private void published(String channel, long events) {
    Eventually.holds(() -> assertThat(position(channel)).isEqualTo(new Position(epoch(), events)));
  }

  @Test
  @DisplayName("hear of each other's commits: without polling, the leader publishes at once")
  void wokenByAnother() {
    LoopRelay leader = replica(new Pace());
    Eventually.holds(() -> assertThat(leader.leads()).isTrue());
    LoopRelay other = replica(new Pace());
    published("orders", 0);
    commit("orders", 3);
    other.relay.committed();
    published("orders", 3);
    assertThat(other.leads()).isFalse();
    allIsWell();
  }

  @Test
  @DisplayName("pass the lease on when one ends in order")
  void handedOver() {
    LoopRelay first = replica(Pace.polling());
    Eventually.holds(() -> assertThat(first.leads()).isTrue());
    LoopRelay second = replica(Pace.polling());
    commit("products", 5);
    published("products", 5);
    first.stop();
    Eventually.holds(() -> assertThat(second.leads()).isTrue());
    commit("products", 5);
    published("products", 10);
    allIsWell();
    assertThat(second.lease.current()).map(Hold::term).contains(2L);
  }

  @Test
  @DisplayName("go on when PostgreSQL has been killed and started under them")
  void databaseRestarted() {
    LoopRelay first = replica(Pace.polling());
    Eventually.holds(() -> assertThat(first.leads()).isTrue());
    commit("products", 20);
    published("products", 20);
    LocalServers.killPostgres();
    LocalServers.startPostgres();
    Eventually.holds(() -> commit("products", 5));
    Eventually.holds(() ->
        assertThat(position("products")).isEqualTo(new Position("e1", rows("products").size())));
    allIsWell();
  }

  @Test
  @DisplayName("carry many events in order, and lose none while one replaces the other")
  void many() {
    LoopRelay first = replica(Pace.polling());
    Eventually.holds(() -> assertThat(first.leads()).isTrue());
    replica(Pace.polling());
    int events = Scale.of(5_000, 50_000);
    for (int i = 0; i < 10; i++) {
      commit(CHANNELS.get(i % 3), events / 10);
      endLease();
    }
    Eventually.holds(() ->
        assertThat(
                database.number(
                    "SELECT (SELECT count(*) FROM event WHERE log_offset IS NULL)"
                        + " + sum(last_offset - published_offset) FROM event_channel"))
            .isZero());
    assertThat(violations()).isEmpty();
  }
}
