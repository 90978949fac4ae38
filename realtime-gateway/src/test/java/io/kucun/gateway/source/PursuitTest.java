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
  private final ChannelSync channel =
      new ChannelSync("a", hub, redis, new SourceCounters(), () -> {}, failure -> failed());
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

  @Test
  @DisplayName("lets them go on when Redis does not answer, or is not there")
  void unreachable() {
    live();
    pursue("first");
    pursue("second");
    redis.fail();
    assertThat(done).hasSize(2);
    pursue("third");
    assertThat(done).hasSize(3);
    assertThat(redis.asked).isEmpty();
  }
}
