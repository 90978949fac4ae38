package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A member that has no room")
class BehindTest {

  private final Deque<Runnable> soon = new ArrayDeque<>();
  private final Hub hub = new Hub(Set.of("a", "b"), new LogLimits(10, 100_000, 100_000), soon::add);

  @BeforeEach
  void begin() {
    hub.begin("a", new Position("e1", 0));
  }

  private Narrow member(int room, @Nullable String owner, String... names) {
    Narrow member = new Narrow();
    member.room = room;
    hub.join(member);
    for (String name : names) {
      int colon = name.indexOf(':');
      String channel = colon < 0 ? name : name.substring(0, colon);
      String key = colon < 0 ? null : name.substring(colon + 1);
      Target target = new Target(channel, key);
      hub.subscribe(member, List.of(new Subscription(target, owner, null)), outcomes -> {});
    }
    return member;
  }

  private void publish(Envelope... events) {
    for (Envelope event : events) {
      hub.publish(event);
    }
    for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
  }

  private static Envelope liveOnly(String channel, String text) {
    return new Envelope(channel, null, null, 0, null, text);
  }

  private static Envelope event(long offset, @Nullable String key, @Nullable String owner) {
    return Events.event("a", "e1", offset, key, owner);
  }

  @Test
  @DisplayName("is not handed anything, and gets it in one piece as soon as it has")
  void caughtUp() {
    Narrow full = member(0, null, "a");
    Narrow same = member(0, null, "a");
    Narrow quick = member(9, null, "a");
    publish(event(1, null, null), liveOnly("a", "live"));
    publish(event(2, null, null));
    assertThat(full.heard).isEmpty();
    assertThat(quick.batches).hasSize(2);
    assertThat(hub.counters().behind()).isEqualTo(2);
    for (Narrow member : List.of(full, same)) {
      member.room = 1;
      hub.catchUp(member);
      assertThat(member.heard).containsExactly("e1:1", "live", "e1:2");
    }
    assertThat(full.batches.getFirst()).as("encoded once").isSameAs(same.batches.getFirst());
    assertThat(hub.counters().behind()).isZero();
    assertThat(hub.counters().caughtUp()).isEqualTo(2);
  }

  @Test
  @DisplayName("gets no more than what it listens to and may read")
  void filtered() {
    Narrow ofEntity = member(0, null, "a:k");
    Narrow own = member(0, "ann", "a");
    publish(event(1, "k", "ann"), event(2, "k", "bob"), event(3, null, "ann"), event(4, "j", null));
    for (Narrow member : List.of(ofEntity, own)) {
      member.room = 9;
      hub.catchUp(member);
    }
    assertThat(ofEntity.heard).containsExactly("e1:1", "e1:2");
    assertThat(own.heard).containsExactly("e1:1", "e1:3");
  }

  @Test
  @DisplayName("and subscribes to more, goes on from where it is")
  void subscribesBehind() {
    Narrow member = member(1, null, "a:k");
    publish(event(1, "k", null));
    publish(event(2, "k", null), event(3, "j", null));
    List<Outcome> outcomes = new ArrayList<>();
    Subscription more = new Subscription(new Target("a", "j"), null, null);
    hub.subscribe(member, List.of(more), outcomes::addAll);
    assertThat(outcomes.getFirst().at()).isEqualTo(new Position("e1", 1));
    member.room = 9;
    hub.catchUp(member);
    assertThat(member.heard).containsExactly("e1:1", "e1:2", "e1:3");
  }

  @Test
  @DisplayName("is told to resync when the log has moved on, and goes on from there")
  void movedOn() {
    Narrow member = member(0, null, "a");
    for (int i = 1; i <= 11; i++) {
      publish(event(i, null, null));
    }
    member.room = 9;
    hub.catchUp(member);
    publish(event(12, null, null));
    assertThat(member.heard).containsExactly("resync e1:11", "e1:12");
    assertThat(hub.counters().movedOn()).isEqualTo(1);
    assertThat(hub.counters().resyncs()).isEqualTo(1);
  }

  @Test
  @DisplayName("is told that there is nothing to go on from, without a numbering")
  void nowhereToGoOn() {
    Narrow member = member(0, null, "b");
    for (int i = 1; i <= 11; i++) {
      publish(liveOnly("b", "live " + i));
    }
    member.room = 9;
    hub.catchUp(member);
    assertThat(member.heard).containsExactly("resync null");
  }

  @Test
  @DisplayName("costs one that has, nothing: what arrives together is one piece")
  void together() {
    Narrow member = member(9, null, "a");
    publish(event(1, null, null), event(2, null, null), event(3, null, null));
    assertThat(member.batches).hasSize(1);
    assertThat(member.heard).containsExactly("e1:1", "e1:2", "e1:3");
  }
}
