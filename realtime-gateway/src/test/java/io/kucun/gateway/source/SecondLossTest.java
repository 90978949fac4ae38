package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.LogLimits;
import io.kucun.gateway.hub.Subscription;
import io.kucun.gateway.hub.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is lost while Redis is read to fill a gap")
class SecondLossTest {

  private final FakeRedis redis = new FakeRedis(20);
  private final Hub hub = new Hub(Set.of("a"), new LogLimits(100, 10_000, 10_000), Runnable::run);
  private final SourceCounters counters = new SourceCounters();
  private final Listener listener = new Listener();
  private final ChannelSync channel =
      new ChannelSync("a", hub, redis, counters, () -> {}, failure -> {});

  /** Event 2 is lost, and event 4 when Redis has been read for event 2. */
  @BeforeEach
  void lose() {
    hub.join(listener);
    hub.subscribe(
        listener, List.of(new Subscription(new Target("a", null), null, null)), outcomes -> {});
    channel.start();
    redis.answer();
    redis.publish("e1", 1, 2, 3);
    redis.inFlight.removeIf(event -> redis.log.get(1).equals(event));
    redis.deliverTo(channel);
    Runnable answer = redis.read();
    redis.publish("e1", 4, 5, 6);
    redis.inFlight.removeFirst();
    redis.deliverTo(channel);
    answer.run();
  }

  @Test
  @DisplayName("is read in its turn, and nobody is told resync")
  void filled() {
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "e1:3");
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "e1:3", "e1:4", "e1:5", "e1:6");
    assertThat(counters.gaps()).isEqualTo(2);
    assertThat(counters.restarts()).isZero();
    assertThat(channel.isLive()).isTrue();
  }

  @Test
  @DisplayName("is not looked for without end when Redis has lost it too")
  void gone() {
    redis.loseData();
    redis.answer();
    assertThat(listener.heard).endsWith("e1:3", "resync e1:4", "e1:5", "e1:6");
    assertThat(redis.asked).isEmpty();
  }
}
