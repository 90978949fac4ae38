package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.redis.client.Command;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("When the database is restored")
class RestoredTest extends OnOneRelay {
  @Test
  @DisplayName("while Redis is ahead, a new epoch begins before any offset is given")
  void ahead() {
    published(50);
    database.run("DELETE FROM event WHERE log_offset > 20");
    database.run(
        "UPDATE event_channel SET last_offset = least(last_offset, 20),"
            + " published_offset = least(published_offset, 18)");
    database.run("UPDATE event_relay_lease SET term = 1, expires_at = now() - interval '1 hour'");
    // More than Redis is ahead by, and its relay has just compared: only the lease tells.
    commit("products", 200);
    relay.drain();
    assertThat(epoch()).isNotEqualTo("e1");
    assertThat(relay.count("epochs")).isOne();
    assertThat(violations()).isEmpty();
    assertThat(heard.of("products")).as("50 before, and 19 and 20 with the new").hasSize(252);
  }

  @Test
  @DisplayName("while Redis knows a later epoch, a new one begins, once")
  void laterEpoch() {
    published(20);
    database.run("UPDATE event_epoch SET epoch = 'e0', follows = NULL");
    goesOn();
    assertThat(epoch()).isNotIn("e0", "e1");
    relay.carrier.doubt();
    relay.drain();
    assertThat(relay.count("epochs")).isOne();
    assertThat(violations()).isEmpty();
  }

  @Test
  @DisplayName("while channels in Redis stand in two other epochs, one new epoch is enough")
  void twoOtherEpochs() {
    CHANNELS.forEach(channel -> commit(channel, 3));
    relay.drain();
    database.run("UPDATE event_epoch SET epoch = 'e2', follows = epoch");
    relay.carrier.doubt();
    relay.gates.haltAfter(1, Point.BEFORE_RESTART);
    CompletableFuture<Boolean> never = relay.begin();
    relay.gates.reached(Point.BEFORE_RESTART);
    database.run("UPDATE event_epoch SET epoch = 'e1', follows = NULL");
    endLease();
    HandRelay successor = relay();
    commit("orders", 1);
    successor.drain();
    assertThat(successor.count("epochs")).isOne();
    assertThat(violations()).isEmpty();
    assertThat(never).isNotDone();
  }

  @ParameterizedTest(name = "a new epoch by hand: {0}")
  @ValueSource(booleans = {false, true})
  @DisplayName("to an earlier term than one that fills a log in Redis, its relay gets a later one")
  void filledByLaterTerm(boolean byHand) {
    commit("products", 600);
    relay.drain();
    redis.send(Command.FLUSHALL);
    database.run("UPDATE event_relay_lease SET term = 50");
    endLease();
    relay.carrier.doubt();
    relay.step();
    assertThat(log("products").getFirst().envelope()).isEqualTo("e1");
    database.run("UPDATE event_relay_lease SET holder = '', term = 6, expires_at = 'epoch'");
    if (byHand) {
      database.run("UPDATE event_epoch SET epoch = 'e2', follows = epoch");
    }
    HandRelay successor = relay();
    successor.drain();
    assertThat(position("products")).isEqualTo(new Position(byHand ? "e2" : "e1", 600));
    assertThat(database.number("SELECT term FROM event_relay_lease")).isGreaterThan(51);
  }

  @Test
  @DisplayName("everything that was cached is stale before Redis has a position again")
  void staleFirst() {
    published(50);
    database.run("DELETE FROM event WHERE log_offset > 20");
    database.run(
        "UPDATE event_channel SET last_offset = least(last_offset, 20),"
            + " published_offset = least(published_offset, 20)");
    endLease();
    relay.tags.clear();
    relay.carrier.doubt();
    assertThat(relay.step()).as("there is more to do").isTrue();
    assertThat(position("products")).isNull();
    assertThat(relay.tags).containsOnly(HandRelay.EVERYTHING);
    relay.drain();
    assertThat(position("products")).isEqualTo(new Position(epoch(), 20));
  }
}
