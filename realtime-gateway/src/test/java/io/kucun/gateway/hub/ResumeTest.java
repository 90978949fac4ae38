package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import io.kucun.local.testing.Scale;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clients that come, go and stall at any moment")
class ResumeTest {

  private static final List<String> KEYS = List.of("k1", "k2", "k3");
  private static final List<String> OWNERS = List.of("ann", "bob");

  /** One random history; throws when a reader was told something untrue. */
  private static List<Reader> run(
      long seed, int steps, double loses, Map<ResumeOutcome, Long> outcomes) {
    Random random = new Random(seed);
    Deque<Runnable> soon = new ArrayDeque<>();
    FakeArchive archive = new FakeArchive(150);
    Hub hub = new Hub(Set.of("a"), new LogLimits(50, 100_000, 4, 100_000), archive, 500, soon::add);
    List<Envelope> published = new ArrayList<>();
    List<Reader> readers = readers(hub, published, random, loses);
    String epoch = "e0";
    long offset = 0;
    hub.begin("a", new Position(epoch, 0));
    for (int step = 0; step < steps; step++) {
      int choice = random.nextInt(120);
      if (choice < 60) {
        Envelope event =
            Events.event("a", epoch, ++offset, oneOf(KEYS, random), oneOf(OWNERS, random));
        published.add(event);
        archive.add(event);
        hub.publish(event);
      } else if (choice < 65) {
        Envelope event = liveOnly(step, oneOf(KEYS, random), oneOf(OWNERS, random));
        readers.forEach(reader -> reader.owe(event));
        hub.publish(event);
      } else if (choice < 77) {
        runAll(soon);
      } else if (choice < 80) {
        readers.forEach(Reader::askPosition);
      } else if (choice < 90) {
        readers.get(random.nextInt(readers.size())).toggleStall();
      } else if (choice < 99) {
        readers.get(random.nextInt(readers.size())).toggle();
      } else if (choice < 100) {
        epoch = random.nextBoolean() ? epoch : "e" + step;
        offset += random.nextInt(5);
        archive.restart(epoch);
        List<Envelope> past = archive.log.isEmpty() ? past(epoch, offset) : List.of();
        past.forEach(archive::add);
        int known = Math.min(past.size(), 10);
        hub.restart(
            "a", new Position(epoch, offset), past.subList(past.size() - known, past.size()));
        published.clear();
        published.addAll(past);
      } else {
        fail(choice, hub, archive, random);
      }
    }
    hub.degraded(false);
    readers.forEach(Reader::stallNoMore);
    for (runAll(soon); !archive.asked.isEmpty(); runAll(soon)) {
      archive.answer();
    }
    readers.forEach(Reader::checkComplete);
    readers.forEach(hub::leave);
    assertThat(hub.counters().behind()).as("behind, when all have left").isZero();
    assertThat(hub.counters().recalling()).as("waiting, when all have left").isZero();
    for (int i = 0; i < 3; i++) {
      hub.forget();
    }
    assertThat(hub.counters().olderBytes()).as("kept for nobody").isZero();
    for (ResumeOutcome outcome : ResumeOutcome.values()) {
      outcomes.merge(outcome, hub.counters().resumes(outcome), Long::sum);
    }
    return readers;
  }

  /** What the channel had when it was heard of. */
  private static List<Envelope> past(String epoch, long offset) {
    List<Envelope> past = new ArrayList<>();
    for (long o = Math.max(1, offset - 90); o <= offset; o++) {
      past.add(Events.event("a", epoch, o, KEYS.getFirst(), OWNERS.getFirst()));
    }
    return past;
  }

  private static void fail(int choice, Hub hub, FakeArchive archive, Random random) {
    switch (choice) {
      case 100 -> archive.fail();
      case 101 -> archive.lose(random.nextInt(150));
      case 102 -> hub.degraded(true);
      case 103, 104 -> hub.degraded(false);
      case 105 -> hub.forget();
      default -> archive.answer();
    }
  }

  private static void runAll(Deque<Runnable> tasks) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private static Envelope liveOnly(int step, @Nullable String key, @Nullable String owner) {
    return new Envelope("a", key, owner, 0, null, "live " + step);
  }

  private static List<Reader> readers(
      Hub hub, List<Envelope> published, Random random, double loses) {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String key = i % 3 == 0 ? null : KEYS.get(i % 3);
      String owner = i % 4 == 0 ? OWNERS.get(i % 2) : null;
      readers.add(new Reader(hub, published, key, owner, random, loses));
    }
    return readers;
  }

  private static @Nullable String oneOf(List<String> values, Random random) {
    int i = random.nextInt(values.size() + 1);
    return i == values.size() ? null : values.get(i);
  }

  @Test
  @DisplayName("get exactly what they missed, or are told otherwise")
  void exactly() {
    long first = System.nanoTime();
    Map<ResumeOutcome, Long> outcomes = new EnumMap<>(ResumeOutcome.class);
    int recovered = 0;
    int notRecovered = 0;
    int resyncs = 0;
    int positions = 0;
    for (long seed = first; seed < first + Scale.of(60, 2_000); seed++) {
      try {
        for (Reader reader : run(seed, 2_000, 0, outcomes)) {
          recovered += reader.recovered;
          notRecovered += reader.notRecovered;
          resyncs += reader.resyncs;
          positions += reader.positions;
        }
      } catch (IllegalStateException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(recovered).as("resumes that succeeded").isGreaterThan(1_000);
    assertThat(notRecovered).as("resumes that could not").isGreaterThan(100);
    assertThat(positions).as("positions that were told").isGreaterThan(100);
    assertThat(resyncs).as("times that the log had moved on").isGreaterThan(1_000);
    assertThat(outcomes.get(ResumeOutcome.LOG)).as("from older events").isGreaterThan(100);
    for (ResumeOutcome failed :
        List.of(ResumeOutcome.GONE, ResumeOutcome.UNREACHABLE, ResumeOutcome.NO_ROOM)) {
      assertThat(outcomes.get(failed)).as(failed.name()).isPositive();
    }
  }

  @Test
  @DisplayName("would notice a single frame that is lost")
  void negativeControl() {
    assertThatThrownBy(() -> run(1, 5_000, 0.001, new HashMap<>()))
        .isInstanceOf(IllegalStateException.class);
  }
}
