package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.LogLimits;
import io.kucun.gateway.hub.Subscription;
import io.kucun.gateway.hub.Target;
import io.kucun.local.testing.Scale;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A channel that follows a Redis that fails in every way")
class ChannelSyncRandomTest {

  private final FakeRedis redis = new FakeRedis(20);
  private final Hub hub = new Hub(Set.of("a"), new LogLimits(100, 10_000, 10_000), Runnable::run);
  private final SourceCounters counters = new SourceCounters();
  private final Listener listener = new Listener();
  private final ChannelSync channel =
      new ChannelSync("a", hub, redis, counters, () -> {}, failure -> {});

  @Test
  @DisplayName("never skips an event in silence, whatever is lost and whenever; then it catches up")
  void random() {
    long first = System.nanoTime();
    int filled = 0;
    for (long seed = first; seed < first + Scale.of(300, 20_000); seed++) {
      try {
        ChannelSyncRandomTest run = new ChannelSyncRandomTest();
        run.runRandomly(new Random(seed));
        filled += run.counters.filled() > 0 ? 1 : 0;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(filled).as("runs that filled a gap").isGreaterThan(10);
  }

  private void runRandomly(Random random) {
    String epoch = "e1";
    long offset = 0;
    hub.join(listener);
    hub.subscribe(
        listener, List.of(new Subscription(new Target("a", null), null, null)), outcomes -> {});
    channel.start();
    for (int step = 0; step < 300; step++) {
      switch (random.nextInt(24)) {
        case 0 -> channel.stop();
        case 1 -> channel.start();
        case 2, 3 -> redis.inFlight.poll();
        case 4 -> redis.loseData();
        case 5 -> {
          epoch = random.nextInt(6) == 0 ? "e" + step : epoch;
          offset = epoch.equals("e" + step) ? 0 : offset;
        }
        case 6, 7, 8 -> redis.answer();
        case 9 -> check();
        case 10, 11, 12 -> redis.deliverTo(channel);
        default -> redis.publish(epoch, ++offset);
      }
    }
    redis.publish(epoch, ++offset);
    channel.start();
    while (!redis.asked.isEmpty()) {
      redis.answer();
    }
    redis.deliverTo(channel);
    while (!redis.asked.isEmpty()) {
      redis.answer();
    }
    assertThat(hub.head("a")).isEqualTo(redis.position);
    assertThat(listener.position).isEqualTo(redis.position);
  }

  private void check() {
    if (redis.position != null) {
      channel.check(hub.head("a"), redis.position);
    }
  }
}
