package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
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

@DisplayName("A channel that follows Redis")
class ChannelSyncTest {

  private final FakeRedis redis = new FakeRedis(20);
  private final Hub hub = new Hub(Set.of("a"), new LogLimits(100, 10_000, 10_000), Runnable::run);
  private final SourceCounters counters = new SourceCounters();
  private final Listener listener = new Listener();
  private int failures;
  private final ChannelSync channel =
      new ChannelSync("a", hub, redis, counters, () -> {}, failure -> failures++);

  @BeforeEach
  void listen() {
    hub.join(listener);
    hub.subscribe(
        listener, List.of(new Subscription(new Target("a", null), null, null)), outcomes -> {});
  }

  private void lose(int messages) {
    for (int i = 0; i < messages; i++) {
      redis.inFlight.poll();
    }
  }

  private void start() {
    channel.start();
    redis.answer();
  }

  @Test
  @DisplayName("starts with the position and the tail of the log")
  void startsWithTail() {
    redis.publish("e1", 1, 2, 3);
    lose(3);
    start();
    assertThat(hub.head("a")).isEqualTo(new Position("e1", 3));
    redis.publish("e1", 4);
    redis.deliverTo(channel);
    assertThat(listener.heard).containsExactly("resync e1:3", "e1:4");
    assertThat(counters.restarts()).isZero();
  }

  @Test
  @DisplayName("starts with nothing where nothing was ever published, and misses nothing then")
  void startsEmpty() {
    start();
    assertThat(channel.isLive()).isTrue();
    redis.publish("e1", 1, 2);
    redis.deliverTo(channel);
    assertThat(listener.heard).containsExactly("e1:1", "e1:2");
  }

  @Test
  @DisplayName("keeps what arrives during a comparison, and takes nothing twice")
  void waitsWhileComparing() {
    redis.publish("e1", 1, 2);
    channel.start();
    redis.deliverTo(channel);
    assertThat(channel.isLive()).isFalse();
    redis.publish("e1", 3);
    redis.deliverTo(channel);
    redis.answer();
    assertThat(hub.head("a")).isEqualTo(new Position("e1", 3));
    assertThat(counters.duplicates()).isEqualTo(3);
  }

  @Test
  @DisplayName("fills a gap from the log, in order, once")
  void fillsGap() {
    start();
    redis.publish("e1", 1);
    redis.deliverTo(channel);
    redis.publish("e1", 2, 3, 4);
    redis.inFlight.removeFirst();
    redis.deliverTo(channel);
    assertThat(listener.heard).containsExactly("e1:1");
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "e1:3", "e1:4");
    redis.publish("e1", 5, 6, 7);
    redis.inFlight.removeFirst();
    redis.deliverTo(channel);
    redis.answer();
    assertThat(listener.heard).endsWith("e1:5", "e1:6", "e1:7");
    assertThat(counters.filled()).isEqualTo(6);
    assertThat(counters.gaps()).isEqualTo(2);
    assertThat(redis.asked).isEmpty();
  }

  @Test
  @DisplayName("says resync when the log no longer has what is missing")
  void resyncsWhenTrimmed() {
    start();
    redis.publish("e1", 1);
    redis.deliverTo(channel);
    for (long offset = 2; offset <= 40; offset++) {
      redis.publish("e1", offset);
    }
    lose(38);
    redis.deliverTo(channel);
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "resync e1:40");
    assertThat(counters.restarts()).isEqualTo(1);
  }

  @Test
  @DisplayName("says resync when the log has a hole itself")
  void resyncsAtHole() {
    start();
    redis.publish("e1", 1);
    redis.deliverTo(channel);
    redis.publish("e1", 2, 3, 4);
    redis.log.remove(2);
    lose(2);
    redis.deliverTo(channel);
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "resync e1:4");
  }

  @Test
  @DisplayName("says resync at another epoch, and when Redis went back")
  void resyncsWhenNumberingChanges() {
    start();
    redis.publish("e1", 1, 2, 3);
    redis.deliverTo(channel);
    redis.loseData();
    redis.publish("e2", 1);
    redis.deliverTo(channel);
    redis.answer();
    assertThat(listener.heard).endsWith("e1:3", "resync e2:1");
    redis.publish("e2", 2, 3);
    redis.deliverTo(channel);
    redis.loseData();
    redis.publish("e2", 2);
    lose(1);
    channel.stop();
    start();
    assertThat(listener.heard).endsWith("e2:3", "resync e2:2");
  }

  @Test
  @DisplayName("says resync once at another epoch, though something of the one before still waits")
  void letsGoOfThePast() {
    start();
    redis.publish("e1", 1, 2, 3);
    redis.inFlight.removeIf(event -> new Position("e1", 2).equals(event.position()));
    redis.deliverTo(channel);
    redis.loseData();
    redis.publish("e2", 1, 2);
    redis.deliverTo(channel);
    redis.answer();
    redis.publish("e2", 3);
    redis.deliverTo(channel);
    assertThat(listener.heard).containsExactly("e1:1", "resync e2:2", "e2:3");
  }

  @Test
  @DisplayName("goes on where it was when Redis has lost its data and the numbering continues")
  void survivesLossOfData() {
    start();
    redis.publish("e1", 1, 2);
    redis.deliverTo(channel);
    channel.stop();
    redis.loseData();
    start();
    redis.publish("e1", 3);
    redis.deliverTo(channel);
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "e1:3");
  }

  @Test
  @DisplayName("waits while its log is filled again and has no position, then finds what it missed")
  void waitsWhileTheLogIsFilled() {
    start();
    redis.publish("e1", 1);
    redis.deliverTo(channel);
    redis.publish("e1", 2, 3);
    lose(2);
    channel.stop();
    redis.position = null;
    Envelope last = redis.log.removeLast();
    start();
    assertThat(channel.isLive()).isTrue();
    redis.log.add(last);
    redis.position = last.position();
    channel.check(hub.head("a"), new Position("e1", 3));
    channel.check(hub.head("a"), new Position("e1", 3));
    redis.answer();
    assertThat(listener.heard).containsExactly("e1:1", "e1:2", "e1:3");
  }

  @Test
  @DisplayName(
      "reports that Redis cannot be read, and forgets answers from before a loss of the link")
  void failure() {
    channel.start();
    redis.fail();
    assertThat(failures).isEqualTo(1);
    channel.start();
    channel.stop();
    redis.publish("e1", 1);
    redis.answer();
    assertThat(hub.head("a")).isNull();
  }
}
