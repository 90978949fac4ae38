package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import io.vertx.mutiny.redis.client.Command;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("When a relay dies")
class CrashTest extends OnOneLog {

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      mode = EXCLUDE,
      names = {"BEFORE_RESTART", "BEFORE_REFILL", "BEFORE_NEW_EPOCH"})
  @DisplayName("its successor publishes what it left, each event once and in order")
  void atEachPoint(Point point) {
    HandRelay dead = relay();
    commit("products", 3);
    commit("inventory", 700);
    dead.drain();
    commit("products", 5);
    commit("orders", 2);
    // The comparison is due again only after a doubt.
    dead.carrier.doubt();
    dead.gates.halt(point);
    CompletableFuture<Boolean> never = dead.begin();
    dead.gates.reached(point);
    endLease();
    commit("products", 4);
    HandRelay successor = relay();
    successor.drain();
    allIsWell();
    assertThat(successor.tags).as("tags confirmed before").contains("tag:products");
    assertThat(successor.lease.current()).contains(new Hold(successor.lease.holder(), 2, 1));
    assertThat(never).isNotDone();
  }

  @ParameterizedTest(name = "{0} pieces in")
  @ValueSource(ints = {0, 1, 2})
  @DisplayName("while it fills the log again, its successor fills it from the beginning")
  void fillingAgain(int pieces) {
    HandRelay dead = relay();
    commit("products", 700);
    dead.drain();
    redis.send(Command.FLUSHALL);
    dead.carrier.doubt();
    // Two channels have nothing to fill and pass the gate first.
    dead.gates.haltAfter(pieces + 2, Point.BEFORE_REFILL);
    for (int i = 0; i < pieces; i++) {
      dead.step();
    }
    CompletableFuture<Boolean> never = dead.begin();
    dead.gates.reached(Point.BEFORE_REFILL);
    assertThat(position("products")).as("the position while the log is filled").isNull();
    endLease();
    commit("products", 1);
    HandRelay successor = relay();
    successor.drain();
    allIsWell();
    assertThat(successor.count("refills")).isOne();
    assertThat(never).isNotDone();
  }

  @Test
  @DisplayName("the lease is free after its three seconds, not before")
  void lease() {
    HandRelay dead = relay();
    dead.drain();
    HandRelay successor = relay();
    commit("orders", 1);
    assertThat(successor.step()).as("while the lease lasts").isFalse();
    assertThat(successor.lease.current()).isEmpty();
    assertThat(
            database.number(
                "SELECT count(*) FROM event_relay_lease WHERE expires_at - now()"
                    + " BETWEEN interval '0' AND interval '3 seconds'"))
        .isOne();
    endLease();
    successor.drain();
    allIsWell();
  }
}
