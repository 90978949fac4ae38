package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A leader that was paused, and wakes up under its successor")
class PausedLeaderTest extends OnOneLog {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Lets it go and waits until its step has ended, one way or another. */
  private static void wake(HandRelay relay, Point point, CompletableFuture<Boolean> step) {
    relay.gates.open(point);
    Uni.createFrom()
        .completionStage(step)
        .onFailure(OutOfStep.class)
        .recoverWithItem(false)
        .await()
        .atMost(LIMIT);
  }

  private CompletableFuture<Boolean> paused(HandRelay relay, Point point) {
    relay.gates.halt(point);
    CompletableFuture<Boolean> step = relay.begin();
    relay.gates.reached(point);
    endLease();
    return step;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      mode = EXCLUDE,
      names = {"BEFORE_RESTART", "BEFORE_REFILL", "BEFORE_NEW_EPOCH"})
  @DisplayName("changes nothing, wherever it was")
  void atEachPoint(Point point) {
    HandRelay old = relay();
    commit("inventory", 20);
    old.drain();
    commit("inventory", 600);
    commit("orders", 3);
    old.carrier.doubt();
    CompletableFuture<Boolean> step = paused(old, point);
    HandRelay successor = relay();
    successor.drain();
    commit("inventory", 7);
    successor.drain();
    // The old leader finds work that only its successor may number.
    commit("inventory", 5);
    commit("products", 1);
    wake(old, point, step);
    assertThat(old.step()).isFalse();
    assertThat(old.lease.current()).isEmpty();
    assertThat(database.number("SELECT count(*) FROM event WHERE log_offset IS NULL")).isEqualTo(6);
    successor.drain();
    allIsWell();
  }

  @Test
  @DisplayName("does not disturb a log that is being filled, nor publish into it")
  void whileFilling() {
    HandRelay old = relay();
    commit("products", 600);
    old.drain();
    commit("products", 5);
    CompletableFuture<Boolean> step = paused(old, Point.BEFORE_PUBLISHING);
    redis.send(Command.FLUSHALL);
    HandRelay successor = relay();
    assertThat(successor.step()).as("more to fill").isTrue();
    wake(old, Point.BEFORE_PUBLISHING, step);
    assertThat(position("products")).isNull();
    successor.drain();
    allIsWell();
    assertThat(successor.count("refills")).as("one for each channel").isEqualTo(3);
  }

  @Test
  @DisplayName("in the middle of filling the log leaves it to its successor, who fills it too")
  void bothFilling() {
    HandRelay old = relay();
    commit("products", 600);
    old.drain();
    redis.send(Command.FLUSHALL);
    old.carrier.doubt();
    old.step();
    CompletableFuture<Boolean> step = paused(old, Point.BEFORE_REFILL);
    HandRelay successor = relay();
    successor.step();
    wake(old, Point.BEFORE_REFILL, step);
    assertThat(log("products")).as("one piece, and who fills it").hasSize(251);
    successor.drain();
    allIsWell();
    assertThat(successor.count("refills")).isOne();
  }

  @Test
  @DisplayName("that found Redis empty then does not empty it now, filled or not")
  void restartingLate() {
    HandRelay old = relay();
    commit("products", 600);
    old.drain();
    redis.send(Command.FLUSHALL);
    old.carrier.doubt();
    CompletableFuture<Boolean> step = paused(old, Point.BEFORE_RESTART);
    HandRelay successor = relay();
    successor.drain();
    redis.send(Command.FLUSHALL);
    successor.carrier.doubt();
    successor.step();
    old.gates.open(Point.BEFORE_RESTART);
    assertThatThrownBy(() -> Uni.createFrom().completionStage(step).await().atMost(LIMIT))
        .isInstanceOf(OutOfStep.class);
    successor.drain();
    allIsWell();
    assertThat(successor.count("refills")).as("three channels, twice").isEqualTo(6);
  }

  @Test
  @DisplayName("publishes nothing of an epoch that was replaced")
  void underAnotherEpoch() {
    HandRelay old = relay();
    commit("orders", 10);
    old.drain();
    commit("orders", 4);
    CompletableFuture<Boolean> step = paused(old, Point.BEFORE_PUBLISHING);
    database.run("UPDATE event_epoch SET epoch = 'e2', follows = epoch");
    HandRelay successor = relay();
    successor.drain();
    wake(old, Point.BEFORE_PUBLISHING, step);
    assertThat(violations()).isEmpty();
    assertThat(heard.of("orders")).hasSize(14);
    assertThat(position("orders")).isEqualTo(new Position("e2", 14));
  }

  @Test
  @DisplayName("opens no epoch: its successor has numbered on since it looked")
  void openingLate() {
    HandRelay old = relay();
    commit("orders", 10);
    old.drain();
    redis.send(Command.SET, "kucun:pos:orders", "e1:12");
    old.carrier.doubt();
    CompletableFuture<Boolean> step = paused(old, Point.BEFORE_NEW_EPOCH);
    HandRelay successor = relay();
    redis.send(Command.SET, "kucun:pos:orders", "e1:10");
    successor.drain();
    wake(old, Point.BEFORE_NEW_EPOCH, step);
    assertThat(epoch()).isEqualTo("e1");
    allIsWell();
  }
}
