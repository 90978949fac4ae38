package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.LogLimits;
import io.kucun.gateway.hub.Subscription;
import io.kucun.gateway.hub.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where Redis says that a channel stands")
class PositionCheckTest {

  private final FakeRedis redis = new FakeRedis(20);
  private final Hub hub = new Hub(Set.of("a"), new LogLimits(100, 10_000, 10_000), Runnable::run);
  private final Listener listener = new Listener();
  private final ChannelSync channel =
      new ChannelSync("a", hub, redis, new SourceCounters(), () -> {}, failure -> {});

  private void check(String epoch, long offset) {
    channel.check(hub.head("a"), new Position(epoch, offset));
  }

  @BeforeEach
  void follow() {
    hub.join(listener);
    hub.subscribe(
        listener, List.of(new Subscription(new Target("a", null), null, null)), outcomes -> {});
    channel.start();
    redis.answer();
    redis.publish("e1", 1, 2);
  }

  @Test
  @DisplayName("shows what was lost last, but gives it time to arrive")
  void silentLoss() {
    check("e1", 2);
    redis.deliverTo(channel);
    check("e1", 2);
    assertThat(redis.asked).isEmpty();
    redis.publish("e1", 3);
    redis.inFlight.clear();
    check("e1", 3);
    assertThat(redis.asked).isEmpty();
    check("e1", 3);
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "e1:3");
  }

  @Test
  @DisplayName("is no reason to read the log if an event has overtaken the answer")
  void overtaken() {
    redis.deliverTo(channel);
    Position before = hub.head("a");
    Position answer = redis.position;
    redis.publish("e1", 3, 4);
    redis.deliverTo(channel);
    assertThat(answer).isNotNull().isEqualTo(before);
    channel.check(before, answer);
    assertThat(redis.asked).isEmpty();
    assertThat(channel.isLive()).isTrue();
  }

  @Test
  @DisplayName("is a reason to read the log at once if it went back")
  void wentBack() {
    redis.deliverTo(channel);
    redis.loseData();
    redis.publish("e1", 1);
    redis.deliverTo(channel);
    check("e1", 1);
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "resync e1:1");
  }

  @Test
  @DisplayName("is a reason to read the log at once if it is of another numbering")
  void anotherEpoch() {
    redis.deliverTo(channel);
    redis.loseData();
    redis.publish("e2", 7);
    redis.inFlight.clear();
    check("e2", 7);
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "resync e2:7");
  }
}
