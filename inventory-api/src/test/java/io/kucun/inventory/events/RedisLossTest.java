package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.testing.Eventually;
import io.vertx.mutiny.redis.client.Command;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("When Redis")
class RedisLossTest extends OnOneRelay {
  @Test
  @DisplayName("is flushed, its log is filled again in silence and in the same epoch")
  void flushed() {
    published(30);
    redis.send(Command.FLUSHALL);
    goesOn();
    allIsWell();
    assertThat(epoch()).isEqualTo("e1");
    assertThat(relay.count("epochs")).isZero();
  }

  @Test
  @DisplayName("is flushed unnoticed, the next step is refused, and then the log is filled")
  void flushedUnnoticed() {
    published(30);
    redis.send(Command.FLUSHALL);
    commit("products", 2);
    assertThatThrownBy(relay::step).hasMessageContaining("products stands at ''");
    relay.drain();
    allIsWell();
  }

  @Test
  @DisplayName("restarts empty, likewise")
  void restartedEmpty() {
    published(30);
    redis.send(Command.FLUSHALL);
    redis.save();
    restart();
    goesOn();
    allIsWell();
  }

  @Test
  @DisplayName("comes back with an older state, what it lacks is filled in silence")
  void older() {
    published(10);
    redis.save();
    commit("products", 600);
    relay.drain();
    restart();
    assertThat(position("products")).isEqualTo(new Position("e1", 10));
    goesOn();
    allIsWell();
  }

  @Test
  @DisplayName("loses what nobody has noted, it is published once more, the same and in order")
  void unnoted() {
    published(10);
    redis.save();
    commit("products", 6);
    relay.gates.halt(Point.AFTER_PUBLISHING);
    CompletableFuture<Boolean> never = relay.begin();
    relay.gates.reached(Point.AFTER_PUBLISHING);
    endLease();
    List<String> once = heard.of("products");
    restart();
    HandRelay successor = relay();
    successor.drain();
    List<String> twice = heard.of("products");
    assertThat(twice).hasSize(22).startsWith(once.toArray(String[]::new));
    assertThat(twice.subList(16, 22)).isEqualTo(once.subList(10, 16));
    assertThat(log("products")).hasSize(16);
    assertThat(never).isNotDone();
  }

  @Test
  @DisplayName("hangs, the step fails; afterwards nothing is lost and nothing published twice")
  void hung() {
    published(10);
    commit("products", 5);
    redis.freeze();
    try {
      assertThatThrownBy(relay::step).isInstanceOf(Exception.class);
    } finally {
      redis.thaw();
    }
    connected();
    relay.drain();
    // What arrived at Redis meanwhile was published when nobody listened: that is what logs are
    // for.
    assertThat(violations()).isEmpty();
    assertThat(log("products")).hasSize(15);
  }

  @Test
  @DisplayName("has lost a log but not its position, the log is filled again")
  void logLost() {
    published(30);
    redis.send(Command.DEL, "kucun:log:products");
    goesOn();
    allIsWell();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "garbage", "e1:", "e1:x", "e1:-5", "e1:+7", "e1:99999999999999999999", ":3"})
  @DisplayName("says something unreadable of its position, the log is filled again")
  void unreadable(String text) {
    published(30);
    redis.send(Command.SET, "kucun:pos:products", text);
    goesOn();
    allIsWell();
    assertThat(epoch()).isEqualTo("e1");
  }

  @Test
  @DisplayName("is flushed, a log holds no more than its newest events, and none that are gone")
  void bounded() {
    relay = relay(new Pace(100), Scripts.packaged());
    commit("products", 250);
    commit("orders", 80);
    relay.drain();
    database.run("DELETE FROM event WHERE channel = 'orders' AND log_offset <= 30");
    redis.send(Command.FLUSHALL);
    relay.carrier.doubt();
    relay.drain();
    assertThat(log("products")).extracting(it -> it.offset()).startsWith(151L).hasSize(100);
    assertThat(log("orders")).extracting(it -> it.offset()).startsWith(31L).hasSize(50);
    assertThat(position("orders")).isEqualTo(new Position("e1", 80));
  }

  @ParameterizedTest(name = "offsets above {0}")
  @ValueSource(ints = {30, 49})
  @DisplayName(
      "is flushed and the database lacks events too, nothing is made up, and other channels go on")
  void missingRows(int above) {
    published(60);
    database.run("DELETE FROM event WHERE log_offset > $1 AND log_offset <= 50", (long) above);
    redis.send(Command.FLUSHALL);
    relay.carrier.doubt();
    commit("orders", 3);
    commit("products", 1);
    relay.drain();
    assertThat(position("products")).isNull();
    assertThat(relay.gauge("broken")).isOne();
    assertThat(position("orders")).isEqualTo(new Position("e1", 3));
    assertThat(heard.of("orders")).hasSize(3);
    assertThat(heard.of("products")).as("none but those before").hasSize(60);
  }

  @Test
  @DisplayName("is flushed, large events are filled in a few at a time")
  void large() {
    published(40);
    database.run("UPDATE event SET data = '{\"n\":\"' || repeat('x', 500000) || '\"}'");
    redis.send(Command.FLUSHALL);
    relay.carrier.doubt();
    relay.step();
    assertThat(log("products")).as("fewer than 4 MB").hasSize(1 + 7);
    relay.drain();
    assertThat(log("products")).hasSize(40);
    assertThat(position("products")).isEqualTo(new Position("e1", 40));
  }

  private void restart() {
    // What is on its way to the subscriber would die with the server.
    CHANNELS.forEach(heard::of);
    redis.kill();
    redis.start();
    connected();
  }

  private void connected() {
    heard.again();
    Eventually.holds(() -> assertThat(relay.links.isUp()).isTrue());
  }
}
