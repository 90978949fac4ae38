package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events that are older than what a hub remembers")
class RecallTest extends Forgetful {

  private static final int PIECE = 1_000;

  @Test
  @DisplayName("are read once, piece by piece, for all who come meanwhile and shortly afterwards")
  void shared() {
    publish(3_500);
    Narrow last = resume(3_490);
    assertThat(archive.asked).isEmpty();
    List<Narrow> clients = new ArrayList<>();
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
    assertThat(last.batches).extracting(Batch::isLive).startsWith(false).endsWith(true, true);
    for (int i = 0; i < clients.size() - 1; i++) {
      assertThat(clients.get(i).heard).isEqualTo(events(500 + i * 10, 3_506));
    }
    assertThat(clients.getLast().heard).isEqualTo(events(700, 3_506));
    assertThat(hub.counters().recalls()).as("reads, for 300 clients").isEqualTo(3);
    assertThat(outcome(ResumeOutcome.LOG)).isEqualTo(clients.size());
    assertThat(outcome(ResumeOutcome.MEMORY)).isEqualTo(1);
  }

  @Test
  @DisplayName("are read in whole pieces, so that many who come one by one cost no read each")
  void wholePieces() {
    publish(3_500);
    for (long since = 3_480; since >= 500; since -= 10) {
      Narrow client = resume(since);
      while (!archive.asked.isEmpty()) {
        archive.answer();
        settle();
      }
      assertThat(client.heard).isEqualTo(events(since, 3_500));
      hub.leave(client);
    }
    assertThat(hub.counters().recalls()).as("reads, for 299 clients").isEqualTo(3);
    assertThat(outcome(ResumeOutcome.LOG)).isEqualTo(299);
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
    Narrow client = open();
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
    Narrow before = resume(20);
    Narrow after = resume(30);
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
    Narrow failed = resume(20);
    archive.fail();
    settle();
    Narrow waits = resume(20);
    hub.forget();
    settle();
    assertThat(waits.heard).isEmpty();
    hub.forget();
    settle();
    Narrow cutOff = resume(20);
    hub.degraded(true);
    settle();
    Narrow late = resume(20);
    assertThat(List.of(failed, waits, cutOff, late))
        .allSatisfy(client -> assertThat(client.heard).containsExactly("recovered false"));
    assertThat(outcome(ResumeOutcome.UNREACHABLE)).isEqualTo(4);
    assertThat(hub.counters().recalling()).isZero();
  }

  @Test
  @DisplayName("are asked for anew when Redis is back, whatever becomes of the question before")
  void backAgain() {
    publish(100);
    resume(20);
    hub.degraded(true);
    hub.degraded(false);
    settle();
    Narrow client = resume(20);
    assertThat(archive.asked).hasSize(2);
    archive.fail();
    settle();
    archive.answer();
    settle();
    assertThat(client.heard).isEqualTo(events(20, 100));
  }

  @Test
  @DisplayName("are of no use once the numbering has started over, whatever the answer says")
  void startsOver() {
    publish(100);
    Narrow client = resume("e1", 20);
    archive.restart("e1");
    for (long o = 1; o <= 100; o++) {
      archive.add(Events.event("a", "e2", o, null, null));
    }
    hub.restart("a", new Position("e2", 100), List.of());
    settle();
    Narrow next = resume("e2", 98);
    archive.answer();
    settle();
    assertThat(client.heard).containsExactly("recovered false");
    assertThat(next.heard).as("before the answer to its own question").isEmpty();
    while (!archive.asked.isEmpty()) {
      archive.answer();
      settle();
    }
    assertThat(next.heard).containsExactly("recovered true", "e2:99", "e2:100");
    assertThat(outcome(ResumeOutcome.OTHER_EPOCH)).isEqualTo(1);
  }

  @Test
  @DisplayName("are of no use if they are of another numbering, though their offsets fit")
  void otherNumbering() {
    publish(100);
    hub.restart("a", new Position("e2", 100), List.of());
    Narrow client = resume("e2", 20);
    archive.answer();
    settle();
    assertThat(client.heard).containsExactly("recovered false");
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
    Narrow client = resume(20);
    archive.answer();
    settle();
    assertThat(client.heard).containsExactly("recovered false");
    assertThat(hub.counters().olderBytes()).isLessThan(200_000 + 600);
    resume(20);
    assertThat(archive.asked).isEmpty();
    assertThat(outcome(ResumeOutcome.TOO_LARGE)).isEqualTo(2);
  }

  @Test
  @DisplayName("and who left meanwhile is not answered")
  void left() {
    publish(100);
    Narrow client = resume(20);
    hub.leave(client);
    archive.answer();
    settle();
    assertThat(client.heard).isEmpty();
    assertThat(hub.counters().subscriptions()).isZero();
  }
}
