package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.events.Standing.Filling;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The other tests would pass as well if the audit saw nothing: here it has something to see. */
@DisplayName("Without its fence")
class ControlsTest extends OnOneLog {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** The script with one comparison that always agrees. */
  private static Script without(String name, String comparison) {
    String text = Script.named(name).text();
    assertThat(text).contains(comparison);
    return new Script(text.replace(comparison, "false"));
  }

  private static Scripts unfenced() {
    Scripts packaged = Scripts.packaged();
    return new Scripts(
        without("publish", "position ~= ARGV[1]"), packaged.restart(), packaged.refill());
  }

  /**
   * The same as in {@link PausedLeaderTest}: the successor has published when this one wakes up.
   */
  private void wokenUp(HandRelay old) {
    commit("orders", 10);
    old.drain();
    commit("orders", 4);
    old.gates.halt(Point.BEFORE_PUBLISHING);
    CompletableFuture<Boolean> step = old.begin();
    old.gates.reached(Point.BEFORE_PUBLISHING);
    endLease();
    HandRelay successor = relay();
    commit("orders", 3);
    successor.drain();
    old.gates.open(Point.BEFORE_PUBLISHING);
    Uni.createFrom().completionStage(step).onFailure().recoverWithItem(false).await().atMost(LIMIT);
  }

  @Test
  @DisplayName("of the position, a paused leader publishes again, and the audit sees it")
  void withoutPosition() {
    // A stream refuses an older id by itself, so this one has to be without that as well.
    Script publish =
        new Script(
            unfenced()
                .publish()
                .text()
                .replace(
                    "'XADD', KEYS[1], 'MAXLEN', '~', ARGV[5], ARGV[3]", "'XADD', KEYS[1], '*'"));
    Scripts packaged = Scripts.packaged();
    wokenUp(relay(new Pace(), new Scripts(publish, packaged.restart(), packaged.refill())));
    assertThat(heard.of("orders")).hasSize(21);
    assertThat(new Audit("orders").heard(heard.of("orders")).violations())
        .singleElement()
        .asString()
        .contains("heard e1:11 after e1:17: again or out of order");
    assertThat(violations()).isNotEmpty();
  }

  @Test
  @DisplayName("of the term, a paused leader empties a log that its successor fills")
  void withoutTerm() {
    Script restart = without("restart", "#theirs > #ours or #theirs == #ours and theirs > ours");
    assertThat(restarted(Scripts.packaged().restart())).isFalse();
    assertThat(restarted(restart)).isTrue();
  }

  private boolean restarted(Script restart) {
    redis.send(Command.FLUSHALL);
    HandRelay relay =
        relay(
            new Pace(),
            new Scripts(Scripts.packaged().publish(), restart, Scripts.packaged().refill()));
    relay.log.restart("orders", "", new Filling(0, 10, "e1")).await().atMost(LIMIT);
    try {
      relay.log.restart("orders", "", new Filling(0, 9, "e1")).await().atMost(LIMIT);
      return true;
    } catch (OutOfStep refused) {
      return false;
    }
  }

  @Test
  @DisplayName("in PostgreSQL, who has lost the lease would assign")
  void withoutLease() {
    HandRelay old = relay();
    old.drain();
    Hold hold = old.lease.current().orElseThrow();
    commit("orders", 2);
    EventStore store = new EventStore(database.pool());
    endLease();
    assertThat(store.assign(hold, 10).await().atMost(LIMIT)).as("an end that has passed").isZero();
    HandRelay successor = relay();
    successor.lease.hold().await().atMost(LIMIT);
    assertThat(store.assign(hold, 10).await().atMost(LIMIT)).as("another holder").isZero();
    Hold newer = successor.lease.current().orElseThrow();
    Hold earlier = new Hold(newer.holder(), newer.term() - 1, 1);
    assertThat(store.assign(earlier, 10).await().atMost(LIMIT)).as("an earlier term").isZero();
    assertThat(store.assign(newer, 10).await().atMost(LIMIT)).as("who has it").isEqualTo(2);
  }

  @Test
  @DisplayName("a note of another epoch would count as published what is not")
  void withoutEpoch() {
    HandRelay relay = relay();
    commit("orders", 5);
    relay.lease.hold().await().atMost(LIMIT);
    EventStore store = new EventStore(database.pool());
    store.assign(relay.lease.current().orElseThrow(), 10).await().atMost(LIMIT);
    store.published("orders", new Position("e0", 3)).await().atMost(LIMIT);
    assertThat(store.pending(10, Set.of()).await().atMost(LIMIT).events()).hasSize(5);
    store.published("orders", new Position("e1", 3)).await().atMost(LIMIT);
    assertThat(store.pending(10, Set.of()).await().atMost(LIMIT).events()).hasSize(2);
  }

  @Test
  @DisplayName("an audit sees a gap, a repetition, another order and another content")
  void audit() {
    String first = envelope(1, "a");
    String second = envelope(2, "b");
    assertThat(heardAs(first, second, envelope(3, "c"))).isEmpty();
    assertThat(heardAs(first, envelope(3, "c"))).singleElement().asString().contains("a gap");
    assertThat(heardAs(first, first)).singleElement().asString().contains("again");
    assertThat(heardAs(second, first)).singleElement().asString().contains("out of order");
    assertThat(heardAs(first, envelope(1, "b"))).hasSize(2);
  }

  private static List<String> heardAs(String... envelopes) {
    return new Audit("orders").heard(List.of(envelopes)).violations();
  }

  private static String envelope(long offset, String what) {
    return "{\"channel\":\"orders\",\"data\":{\"n\":\"%s\"},\"offset\":%d,\"epoch\":\"e1\"}"
        .formatted(what, offset);
  }
}
