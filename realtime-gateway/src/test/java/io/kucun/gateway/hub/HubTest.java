package io.kucun.gateway.hub;

import static io.kucun.gateway.hub.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A hub")
class HubTest {

  private static final LogLimits LIMITS = new LogLimits(10, 1_000, 200);

  private final Hub hub = new Hub(Set.of("a", "b"), LIMITS, Runnable::run);

  /** Writes down what it is told. */
  private static final class Recorder implements Member {
    final List<String> heard = new ArrayList<>();

    @Override
    public boolean takes(int bytes) {
      return true;
    }

    @Override
    public void deliver(Batch batch) {
      heard.addAll(Events.texts(batch));
    }

    @Override
    public void resync(String channel, @Nullable Position at) {
      heard.add("resync " + channel + " " + at);
    }

    @Override
    public void degraded(boolean on) {
      heard.add("degraded " + on);
    }
  }

  private Recorder joined() {
    Recorder member = new Recorder();
    hub.join(member);
    return member;
  }

  private static Subscription to(String name, @Nullable Position since) {
    Target target = Target.parse(name);
    if (target == null) {
      throw new AssertionError(name);
    }
    return new Subscription(target, null, since);
  }

  private List<Outcome> subscribe(Recorder member, Subscription... wanted) {
    List<Outcome> outcomes = new ArrayList<>();
    hub.subscribe(
        member,
        List.of(wanted),
        o -> {
          outcomes.addAll(o);
          member.heard.add("subscribed");
        });
    return outcomes;
  }

  private void begin(String channel, int events) {
    hub.begin(channel, new Position("e1", 0));
    for (int i = 1; i <= events; i++) {
      hub.publish(event(channel, i));
    }
  }

  private static Position at(long offset) {
    return new Position("e1", offset);
  }

  @Test
  @DisplayName("answers before it replays, and replays before it goes on")
  void order() {
    begin("a", 3);
    Recorder member = joined();
    List<Outcome> outcomes = subscribe(member, to("a", at(1)), to("b", null));
    hub.publish(event("a", 4));
    assertThat(member.heard).containsExactly("subscribed", "e1:2", "e1:3", "e1:4");
    assertThat(outcomes)
        .extracting(Outcome::at, Outcome::recovered)
        .containsExactly(tuple(at(1), true), tuple(null, null));
  }

  @Nested
  @DisplayName("does not say recovered")
  class NotRecovered {

    private void assertNot(Recorder member, Subscription wanted, Position head) {
      Outcome outcome = subscribe(member, wanted).getFirst();
      assertThat(outcome.recovered()).isFalse();
      assertThat(outcome.at()).isEqualTo(head);
      assertThat(member.heard).endsWith("subscribed");
    }

    @Test
    @DisplayName("when the log no longer reaches back, by count")
    void tooOld() {
      begin("a", 15);
      assertNot(joined(), to("a", at(4)), at(15));
      assertThat(subscribe(joined(), to("a", at(5))).getFirst().recovered()).isTrue();
    }

    @Test
    @DisplayName("when the replay would be too large")
    void tooLarge() {
      hub.begin("a", at(0));
      for (int i = 1; i <= 3; i++) {
        hub.publish(new Envelope("a", null, null, 0, at(i), "x".repeat(100)));
      }
      assertNot(joined(), to("a", at(0)), at(3));
      assertThat(subscribe(joined(), to("a", at(1))).getFirst().recovered()).isTrue();
    }

    @Test
    @DisplayName(
        "for a position ahead of the channel, of another epoch, or of a channel without numbers")
    void notHere() {
      begin("a", 3);
      assertNot(joined(), to("a", at(4)), at(3));
      assertNot(joined(), to("a", new Position("e2", 2)), at(3));
      Outcome unnumbered = subscribe(joined(), to("b", at(0))).getFirst();
      assertThat(unnumbered.recovered()).isFalse();
      assertThat(unnumbered.at()).isNull();
    }

    @Test
    @DisplayName("when that would deliver behind what this member got already")
    void behind() {
      begin("a", 0);
      Recorder member = joined();
      subscribe(member, to("a:k", null));
      hub.publish(event("a", "e1", 1, "other", null));
      hub.publish(event("a", "e1", 2, "k", null));
      assertNot(member, to("a", at(0)), at(2));
      hub.publish(event("a", "e1", 3, "other", null));
      assertThat(member.heard).containsExactly("subscribed", "e1:2", "subscribed", "e1:3");
    }
  }

  @Test
  @DisplayName("says recovered without repeating what an overlapping subscription delivered")
  void overlapping() {
    begin("a", 0);
    Recorder member = joined();
    subscribe(member, to("a", null));
    hub.publish(event("a", "e1", 1, "k", null));
    Outcome outcome = subscribe(member, to("a:k", at(0))).getFirst();
    assertThat(outcome.recovered()).isTrue();
    hub.publish(event("a", "e1", 2, "k", null));
    assertThat(member.heard).containsExactly("subscribed", "e1:1", "subscribed", "e1:2");
  }

  @Test
  @DisplayName("keeps what has no position out of log and numbering")
  void liveOnly() {
    begin("a", 1);
    Recorder member = joined();
    subscribe(member, to("a", null));
    hub.publish(new Envelope("a", null, null, 0, null, "live"));
    hub.publish(event("a", 2));
    assertThat(member.heard).containsExactly("subscribed", "live", "e1:2");
    Recorder late = joined();
    subscribe(late, to("a", at(0)));
    assertThat(late.heard).containsExactly("subscribed", "e1:1", "e1:2");
  }

  @Test
  @DisplayName("refuses an event that does not follow")
  void refusesGaps() {
    begin("a", 1);
    for (Envelope bad : List.of(event("a", 1), event("a", 3), event("a", "e2", 2, null, null))) {
      assertThatThrownBy(() -> hub.publish(bad)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(hub.head("a")).isEqualTo(at(1));
  }

  @Test
  @DisplayName("tells listeners of a restart, and resumes from the tail it was given")
  void restart() {
    begin("a", 3);
    Recorder listener = joined();
    subscribe(listener, to("a", null));
    Recorder other = joined();
    subscribe(other, to("b", null));
    hub.restart(
        "a",
        new Position("e2", 9),
        List.of(event("a", "e2", 8, null, null), event("a", "e2", 9, null, null)));
    hub.publish(event("a", "e2", 10, null, null));
    assertThat(listener.heard).containsExactly("subscribed", "resync a e2:9", "e2:10");
    assertThat(other.heard).containsExactly("subscribed");
    Recorder back = joined();
    subscribe(back, to("a", new Position("e2", 8)));
    assertThat(back.heard).containsExactly("subscribed", "e2:9", "e2:10");
    assertThat(hub.counters().resyncs()).isEqualTo(1);
  }

  @Test
  @DisplayName("tells members once when it is degraded, newcomers too, and when it is no longer")
  void degraded() {
    Recorder member = joined();
    hub.degraded(true);
    hub.degraded(true);
    Recorder newcomer = joined();
    hub.degraded(false);
    assertThat(member.heard).containsExactly("degraded true", "degraded false");
    assertThat(newcomer.heard).containsExactly("degraded true", "degraded false");
  }

  @Test
  @DisplayName("forgets who leaves, and lets nobody in who has left")
  void leaving() {
    begin("a", 0);
    Recorder member = joined();
    subscribe(member, to("a", null), to("a:k", null), to("b:k", null));
    assertThat(hub.counters().subscriptions()).isEqualTo(3);
    hub.unsubscribe(member, new Target("a", "k"));
    assertThat(hub.counters().subscriptions()).isEqualTo(2);
    hub.leave(member);
    hub.leave(member);
    subscribe(member, to("a", null));
    hub.publish(event("a", 1));
    assertThat(member.heard).containsExactly("subscribed");
    assertThat(hub.counters().subscriptions()).isZero();
  }
}
