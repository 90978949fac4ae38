package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.LogLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("For clients that have seen more, a channel")
class PursuitTest {

  private final FakeRedis redis = new FakeRedis(100);
  private final Hub hub = new Hub(Set.of("a"), new LogLimits(100, 100_000, 100_000), Runnable::run);
  private final SourceCounters counters = new SourceCounters();
  private final ChannelSync channel =
      new ChannelSync("a", hub, redis, counters, () -> {}, failure -> failed());
  private final List<String> done = new ArrayList<>();

  private void failed() {
    channel.stop();
  }

  private void pursue(String who) {
    channel.pursue(() -> done.add(who + " at " + hub.head("a")));
  }

  private void live() {
    channel.start();
    redis.publish("e1", 1);
    redis.answer();
    redis.publish("e1", 2);
  }

  @Test
  @DisplayName(
      "is read once for all who ask before the answer, and once more for who came too late")
  void shared() {
    live();
    pursue("first");
    assertThat(redis.asked).hasSize(1);
    pursue("second");
    pursue("third");
    assertThat(redis.asked).hasSize(1);
    redis.answer();
    assertThat(done).containsExactly("first at " + new Position("e1", 2));
    assertThat(redis.asked).hasSize(1);
    redis.publish("e1", 3);
    redis.answer();
    assertThat(done.subList(1, 3))
        .containsExactly("second at " + new Position("e1", 3), "third at " + new Position("e1", 3));
    assertThat(redis.asked).isEmpty();
    assertThat(channel.isLive()).isTrue();
  }

  private void turn(int times) {
    for (int i = 0; i < times; i++) {
      channel.turn();
    }
  }

  @Test
  @DisplayName("is read when the link is back, if Redis did not answer or was lost meanwhile")
  void outlast() {
    live();
    pursue("first");
    pursue("second");
    redis.fail();
    pursue("third");
    assertThat(done).isEmpty();
    assertThat(counters.pursuing()).isEqualTo(3);
    channel.start();
    channel.stop();
    channel.start();
    assertThat(redis.asked).hasSize(2);
    redis.answer();
    assertThat(done).as("after an answer to the link before").isEmpty();
    redis.publish("e1", 3);
    redis.answer();
    Position head = new Position("e1", 3);
    assertThat(done).containsExactly("first at " + head, "second at " + head, "third at " + head);
    assertThat(counters.pursuing()).isZero();
  }

  @Test
  @DisplayName("lets them go on after some turns, each after its own, whatever happens")
  void impatient() {
    live();
    pursue("first");
    turn(1);
    pursue("second");
    redis.fail();
    channel.start();
    turn(Pursuers.PATIENCE - 2);
    assertThat(done).isEmpty();
    turn(1);
    assertThat(done).containsExactly("first at " + new Position("e1", 1));
    channel.stop();
    turn(1);
    assertThat(done).hasSize(2);
    assertThat(counters.pursuing()).isZero();
    channel.start();
    redis.answer();
    redis.answer();
    assertThat(done).hasSize(2);
  }

  @Test
  @DisplayName("is not waited for while the link has been gone for long, and is when it is back")
  void away() {
    live();
    turn(Pursuers.PATIENCE);
    channel.stop();
    turn(Pursuers.PATIENCE - 1);
    channel.stop();
    pursue("first");
    assertThat(done).isEmpty();
    turn(1);
    pursue("second");
    assertThat(done).containsExactly("second at " + new Position("e1", 1));
    turn(Pursuers.PATIENCE - 2);
    assertThat(done).hasSize(1);
    turn(1);
    assertThat(done).hasSize(2);
    channel.start();
    pursue("third");
    assertThat(done).hasSize(2);
  }

  @Test
  @DisplayName("is read for who comes after a long time without trouble")
  void longLive() {
    live();
    turn(Pursuers.PATIENCE);
    pursue("first");
    assertThat(done).isEmpty();
    assertThat(redis.asked).hasSize(1);
  }

  @Test
  @DisplayName("is waited for by so many at a time, and not by more")
  void bounded() {
    live();
    channel.stop();
    for (int i = 0; i < Pursuers.MOST; i++) {
      pursue("one");
    }
    assertThat(done).isEmpty();
    pursue("one too many");
    assertThat(done).hasSize(1);
    assertThat(counters.pursuing()).isEqualTo(Pursuers.MOST);
    channel.start();
    pursue("another too many");
    assertThat(done).hasSize(2);
    redis.answer();
    assertThat(done).hasSize(Pursuers.MOST + 2);
    assertThat(counters.pursuing()).isZero();
  }
}
