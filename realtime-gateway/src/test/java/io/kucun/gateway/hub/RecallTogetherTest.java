package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Older events of two channels")
class RecallTogetherTest {

  private static final int MEMORY = 10;
  private static final int ROOM = 200_000;

  private final Map<String, FakeArchive> archives =
      Map.of("a", new FakeArchive(20_000), "b", new FakeArchive(20_000));
  private final Deque<Runnable> soon = new ArrayDeque<>();
  private final Hub hub =
      new Hub(
          Set.of("a", "b"),
          new LogLimits(MEMORY, 100_000, 0, 1_000_000),
          (channel, before, atMost, answer) ->
              archive(channel).read(channel, before, atMost, answer),
          ROOM,
          soon::add);

  @BeforeEach
  void begin() {
    hub.begin("a", new Position("e1", 0));
    hub.begin("b", new Position("e1", 0));
  }

  private FakeArchive archive(String channel) {
    return Objects.requireNonNull(archives.get(channel));
  }

  private void publish(String channel, int events, int size) {
    for (int i = 0; i < events; i++) {
      long offset = Objects.requireNonNull(hub.head(channel)).offset() + 1;
      String text = channel + offset + " ".repeat(size);
      Envelope event = new Envelope(channel, null, null, 0, new Position("e1", offset), text);
      archive(channel).add(event);
      hub.publish(event);
    }
    settle();
  }

  private void settle() {
    for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
  }

  private void answer(String channel) {
    archive(channel).answer();
    settle();
  }

  private void forget(int times) {
    for (int i = 0; i < times; i++) {
      hub.forget();
      settle();
    }
  }

  private Narrow resume(Map<String, Long> since) {
    Narrow client = new Narrow();
    client.room = Integer.MAX_VALUE;
    hub.join(client);
    List<Subscription> wanted =
        since.entrySet().stream()
            .map(e ->
                new Subscription(
                    new Target(e.getKey(), null), null, new Position("e1", e.getValue())))
            .toList();
    hub.recall(
        wanted,
        () ->
            hub.subscribe(
                client, wanted, all -> all.forEach(one -> Forgetful.answer(client, one))));
    return client;
  }

  private static void gotAll(Narrow client, int events) {
    assertThat(client.heard)
        .hasSize(2 + events)
        .startsWith("recovered true", "recovered true")
        .noneMatch(text -> text.startsWith("resync"));
    assertThat(client.heard.subList(2, 2 + events)).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("are there together, though one's come long before the other's")
  void slowly() {
    publish("a", 100, 0);
    publish("b", 4_000, 0);
    Narrow client = resume(Map.of("a", 20L, "b", 100L));
    answer("a");
    for (int piece = 0; piece < 4; piece++) {
      forget(1);
      assertThat(client.heard).isEmpty();
      answer("b");
    }
    gotAll(client, 80 + 3_900);
  }

  @Test
  @DisplayName("are waited for, while what is in memory of the other stays there")
  void oneIsRemembered() {
    publish("a", 100, 0);
    publish("b", 100, 0);
    Narrow client = resume(Map.of("a", 95L, "b", 20L));
    assertThat(archive("a").asked).isEmpty();
    publish("a", 50, 0);
    forget(1);
    answer("b");
    gotAll(client, 55 + 80);
  }

  @Test
  @DisplayName("share one room: what had to go for want of it is not taken to be gone")
  void oneRoom() {
    publish("a", 100, 0);
    publish("b", 1_000, 300);
    Narrow client = resume(Map.of("a", 20L));
    publish("a", 20, 0);
    resume(Map.of("b", 0L));
    while (!archive("b").asked.isEmpty()) {
      answer("b");
    }
    assertThat(hub.counters().olderBytes()).isGreaterThan(ROOM);
    publish("a", 1, 0);
    publish("b", 5, 300);
    answer("a");
    assertThat(client.heard).containsExactly("recovered false");
    assertThat(hub.counters().resumes(ResumeOutcome.NO_ROOM)).isEqualTo(2);
    assertThat(hub.counters().resumes(ResumeOutcome.GONE)).isZero();
  }

  @Test
  @DisplayName("are read in pieces that leave room for others")
  void smallPieces() {
    publish("a", 100, 1_000);
    resume(Map.of("a", 0L));
    assertThat(Objects.requireNonNull(archive("a").asked.peek()).atMost() * 1_000)
        .isPositive()
        .isLessThanOrEqualTo(ROOM / 16);
  }

  @Test
  @DisplayName("leave each other room, though one is never without somebody who needs some")
  void leavesRoom() {
    publish("b", 100, 0);
    publish("a", 100, 500);
    for (int tick = 0; tick < 100; tick++) {
      publish("a", 20, 500);
      long since = Objects.requireNonNull(hub.head("a")).offset() - 15;
      List<Narrow> clients = List.of(resume(Map.of("a", since)), resume(Map.of("b", 20L)));
      while (hub.counters().recalling() > 0) {
        answer("a");
        answer("b");
      }
      assertThat(clients)
          .as("in tick " + tick)
          .allMatch(client -> client.heard.contains("recovered true"));
      clients.forEach(hub::leave);
      forget(1);
    }
    assertThat(hub.counters().olderBytes()).isLessThan(ROOM / 2);
  }
}
