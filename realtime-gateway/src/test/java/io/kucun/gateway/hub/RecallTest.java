package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events that are older than what a hub remembers")
class RecallTest {

  private static final int PIECE = 1_000;

  private final Deque<Runnable> soon = new ArrayDeque<>();
  private final FakeArchive archive = new FakeArchive(5_000);
  private final Hub hub =
      new Hub(Set.of("a"), new LogLimits(10, 100_000, 60_000), archive, 200_000, soon::add);
  private long offset;

  private static final class Client implements Member {
    final List<String> heard = new ArrayList<>();
    boolean reads = true;

    @Override
    public boolean takes(int bytes) {
      return reads;
    }

    @Override
    public void deliver(Batch batch) {
      heard.addAll(Events.texts(batch));
    }

    @Override
    public void resync(String channel, @Nullable Position at) {
      heard.add("resync " + at);
    }

    @Override
    public void degraded(boolean on) {}
  }

  @BeforeEach
  void begin() {
    hub.begin("a", new Position("e1", 0));
  }

  private void publish(int events) {
    for (int i = 0; i < events; i++) {
      Envelope event = Events.event("a", ++offset);
      archive.add(event);
      hub.publish(event);
    }
    settle();
  }

  private void settle() {
    for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
  }

  private void forget(int times) {
    for (int i = 0; i < times; i++) {
      hub.forget();
    }
  }

  private Client resume(long since) {
    Client client = new Client();
    hub.join(client);
    List<Subscription> wanted =
        List.of(new Subscription(new Target("a", null), null, new Position("e1", since)));
    hub.recall(wanted, () -> hub.subscribe(client, wanted, o -> answer(client, o.getFirst())));
    return client;
  }

  private static void answer(Client client, Outcome outcome) {
    client.heard.add("recovered " + outcome.recovered());
  }

  private static List<String> events(long after, long upTo) {
    List<String> events = new ArrayList<>(List.of("recovered true"));
    for (long o = after + 1; o <= upTo; o++) {
      events.add("e1:" + o);
    }
    return events;
  }

  private long outcome(ResumeOutcome outcome) {
    return hub.counters().resumes(outcome);
  }

  @Test
  @DisplayName("are read once, piece by piece, for all who come meanwhile and shortly afterwards")
  void shared() {
    publish(3_500);
    Client last = resume(3_490);
    assertThat(archive.asked).isEmpty();
    List<Client> clients = new ArrayList<>();
    for (long since = 500; since < 3_490; since += 10) {
      clients.add(resume(since));
    }
    publish(5);
    while (!archive.asked.isEmpty()) {
      assertThat(archive.asked).hasSize(1);
      assertThat(Objects.requireNonNull(archive.asked.peek()).atMost()).isLessThanOrEqualTo(PIECE);
      archive.answer();
      settle();
    }
    clients.add(resume(700));
    publish(1);
    assertThat(last.heard).isEqualTo(events(3_490, 3_506));
    for (int i = 0; i < clients.size() - 1; i++) {
      assertThat(clients.get(i).heard).isEqualTo(events(500 + i * 10, 3_506));
    }
    assertThat(clients.getLast().heard).isEqualTo(events(700, 3_506));
    assertThat(hub.counters().recalls()).as("reads, for 300 clients").isEqualTo(3);
    assertThat(outcome(ResumeOutcome.LOG)).isEqualTo(clients.size());
    assertThat(outcome(ResumeOutcome.MEMORY)).isEqualTo(1);
  }

  @Test
  @DisplayName("come before those that a hub began with")
  void begun() {
    List<Envelope> all = new ArrayList<>();
    for (long o = 1; o <= 100; o++) {
      all.add(Events.event("a", "e2", o, o % 2 == 0 ? "even" : null, "ann"));
    }
    all.forEach(archive::add);
    hub.restart("a", new Position("e2", 100), all.subList(95, 100));
    Client client = new Client();
    hub.join(client);
    Subscription even = new Subscription(new Target("a", "even"), "ann", new Position("e2", 50));
    hub.recall(List.of(even), () -> hub.subscribe(client, List.of(even), o -> {}));
    archive.answer();
    settle();
    assertThat(client.heard).hasSize(25).startsWith("e2:52").endsWith("e2:100");
  }

  @Test
  @DisplayName("are let go of when nobody has used them for a while")
  void forgotten() {
    publish(100);
    resume(20);
    archive.answer();
    settle();
    publish(30);
    assertThat(hub.counters().olderBytes()).isPositive();
    forget(2);
    resume(25);
    forget(2);
    assertThat(hub.counters().olderBytes()).as("used again").isPositive();
    forget(1);
    assertThat(hub.counters().olderBytes()).isZero();
    assertThat(hub.counters().recalls()).isEqualTo(1);
  }

  @Test
  @DisplayName("that are nowhere, or behind a gap, are looked for once for a while")
  void gone() {
    publish(100);
    archive.log.remove(29);
    Client before = resume(20);
    Client after = resume(30);
    archive.answer();
    settle();
    assertThat(before.heard).containsExactly("recovered false");
    assertThat(after.heard).isEqualTo(events(30, 100));
    assertThat(resume(29).heard).containsExactly("recovered false");
    assertThat(hub.counters().recalls()).isEqualTo(1);
    assertThat(outcome(ResumeOutcome.GONE)).isEqualTo(2);
    hub.forget();
    resume(29);
    assertThat(archive.asked).hasSize(1);
  }

  @Test
  @DisplayName("are not waited for while Redis is away, and no longer than the hub is patient")
  void unreachable() {
    publish(100);
    Client failed = resume(20);
    archive.fail();
    settle();
    Client waits = resume(20);
    hub.forget();
    settle();
    assertThat(waits.heard).isEmpty();
    hub.forget();
    settle();
    Client cutOff = resume(20);
    hub.degraded(true);
    settle();
    Client late = resume(20);
    assertThat(List.of(failed, waits, cutOff, late))
        .allSatisfy(client -> assertThat(client.heard).containsExactly("recovered false"));
    assertThat(outcome(ResumeOutcome.UNREACHABLE)).isEqualTo(4);
    assertThat(hub.counters().recalling()).isZero();
  }

  @Test
  @DisplayName("are of no use once the numbering has started over, whatever the answer says")
  void startsOver() {
    publish(100);
    Client client = resume(20);
    hub.restart("a", new Position("e2", 100), List.of());
    settle();
    archive.answer();
    settle();
    assertThat(client.heard).containsExactly("recovered false");
    assertThat(outcome(ResumeOutcome.OTHER_EPOCH)).isEqualTo(1);
    assertThat(hub.counters().olderBytes()).isZero();
  }

  @Test
  @DisplayName("are not read for who would get more than is replayed, or where there is no room")
  void tooMuch() {
    publish(3_000);
    archive.log.clear();
    for (long o = 1; o <= offset; o++) {
      String text = "e1:" + o + "x".repeat(500);
      archive.log.add(new Envelope("a", null, null, 0, new Position("e1", o), text));
    }
    Client client = resume(20);
    archive.answer();
    settle();
    assertThat(client.heard).containsExactly("recovered false");
    assertThat(hub.counters().olderBytes()).isLessThan(200_000 + 600);
    resume(20);
    assertThat(archive.asked).isEmpty();
    assertThat(outcome(ResumeOutcome.TOO_LARGE)).isEqualTo(2);
  }

  @Test
  @DisplayName("bring forward who has read too slowly for the memory")
  void slow() {
    Client client = resume(0);
    client.reads = false;
    publish(100);
    client.reads = true;
    hub.catchUp(client);
    hub.catchUp(client);
    assertThat(archive.asked).hasSize(1);
    hub.publish(Events.event("a", ++offset));
    archive.answer();
    settle();
    assertThat(client.heard).isEqualTo(events(0, 101));
    assertThat(hub.counters().caughtUp()).isEqualTo(1);
  }

  @Test
  @DisplayName("do not, if it would miss a message that is nowhere kept")
  void slowWithoutLiveOnly() {
    Client client = resume(0);
    client.reads = false;
    publish(1);
    hub.publish(new Envelope("a", null, null, 0, null, "live"));
    publish(99);
    client.reads = true;
    hub.catchUp(client);
    assertThat(archive.asked).isEmpty();
    assertThat(client.heard).containsExactly("recovered true", "resync e1:100");
  }

  @Test
  @DisplayName("and who left meanwhile is not answered")
  void left() {
    publish(100);
    Client client = resume(20);
    hub.leave(client);
    archive.answer();
    settle();
    assertThat(client.heard).isEmpty();
    assertThat(hub.counters().subscriptions()).isZero();
  }
}
