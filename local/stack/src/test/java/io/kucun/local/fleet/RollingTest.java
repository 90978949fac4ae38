package io.kucun.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.fleet.Note.Ended;
import io.kucun.local.fleet.Note.Heard;
import io.kucun.local.fleet.Note.Opened;
import io.kucun.local.fleet.Note.Refused;
import io.kucun.local.fleet.Note.SentAway;
import io.kucun.local.fleet.Tampering.Trick;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A report of it is in {@code target/soak/rolling-restart.txt}. */
@Order(13)
@DisplayName("Two gateways that are restarted one after the other while events flow")
class RollingTest {
  private static final Path REPORT = Path.of("target", "soak", "rolling-restart.txt");
  private static final int CLIENTS = 2_000;
  private static final int ROUNDS = Scale.of(1, 10);
  private static final int PER_SECOND = 40;

  /** The handshakes that a gateway lets in, and so the most that another sends to it. */
  private static final int RATE = 200;

  /** The window of the drain and what may follow it, and the end of the process. */
  private static final Duration LIMIT = Duration.ofSeconds(50 + 3 + 5);

  /** What a JVM that was asked to end by SIGTERM ends with when it is done; killed, it is 137. */
  private static final int TERMINATED = 128 + 15;

  private static final long SECOND = 1_000_000_000;
  private static final int NORMAL = 1000;
  private static final int DRAINING = 4503;

  private final List<String> report = new ArrayList<>();
  private final long seed = Long.getLong("kucun.seed", new Random().nextLong(1_000_000));
  private final Random random = new Random(seed);

  @Test
  @DisplayName("lose no event and cut nobody off")
  void rolling() throws IOException {
    report.add("Rolling restart of two gateways, %d clients, seed %d".formatted(CLIENTS, seed));
    try (Fleet fleet = new Fleet("kucun-rolling")) {
      Crowd crowd = new Crowd(fleet, CLIENTS);
      Flow flow = new Flow(fleet.relay(), PER_SECOND, crowd.sellers(), random);
      try (flow) {
        long began = System.nanoTime();
        crowd.arrive();
        line("all in %s".formatted(since(began)));
        for (int round = 0; round < ROUNDS; round++) {
          fleet.gateways().forEach(it -> restart(crowd, it));
        }
      }
      crowd.awaitAbreast();
      crowd.leave();
      judge(crowd.diaries(), fleet.ledger());
      tampered(crowd.diaries(), fleet.ledger());
    } finally {
      Files.createDirectories(REPORT.getParent());
      Files.write(REPORT, report);
      report.forEach(System.out::println);
    }
  }

  private void restart(Crowd crowd, Gateway gateway) {
    int there = gateway.clients().get();
    long began = System.nanoTime();
    gateway.service().signal("TERM");
    int code = gateway.service().exitCode(LIMIT);
    String ended = since(began);
    crowd.awaitElsewhere(gateway);
    String back = since(began);
    List<Long> delays = delays(crowd, began);
    int leaving = most(after(began, all(crowd.diaries(), Ended.class).map(Ended::nanos)), SECOND);
    int busiest = most(after(began, all(crowd.diaries(), Opened.class).map(Opened::nanos)), SECOND);
    gateway.service().start();
    gateway.service().awaitReady();
    line(
        "%s with %d clients: told to leave within %d ms, process ended with %d after %s"
            .formatted(gateway.name(), there, delays.getLast(), code, ended));
    line(
        "  in the busiest seconds %d left and %d came; all back after %s; ready again after %s"
            .formatted(leaving, busiest, back, since(began)));
    assertThat(code).as("exit code").isIn(0, TERMINATED);
    assertThat(delays).as("clients that were told").hasSize(there);
    assertThat(most(delays, 1_000)).as("sent away in a second").isLessThanOrEqualTo(RATE + 1);
  }

  /** What clients were told since then, in order. */
  private static List<Long> delays(Crowd crowd, long began) {
    return all(crowd.diaries(), SentAway.class)
        .filter(it -> it.nanos() - began > 0)
        .map(SentAway::afterMillis)
        .sorted()
        .toList();
  }

  /** Those of these times that lie after another, in order. */
  private static List<Long> after(long began, Stream<Long> times) {
    return times.filter(it -> it - began > 0).sorted().toList();
  }

  /** The most of these times that lie in a span of that length. */
  private static int most(List<Long> sorted, long span) {
    int most = 0;
    int first = 0;
    for (int i = 0; i < sorted.size(); i++) {
      while (sorted.get(i) - sorted.get(first) >= span) {
        first++;
      }
      most = Math.max(most, i - first + 1);
    }
    return most;
  }

  private void judge(List<Diary> diaries, Ledger ledger) {
    List<Finding> findings = Checker.check(diaries, ledger, Set.of(NORMAL, DRAINING));
    line(
        "%d events published, %d given out on %d sockets"
            .formatted(
                ledger.events().size(),
                all(diaries, Heard.class).count(),
                all(diaries, Opened.class).count()));
    line(
        "sockets by close code: %s"
            .formatted(counts(all(diaries, Ended.class).map(it -> "" + it.code()))));
    line("refused: %s".formatted(counts(all(diaries, Refused.class).map(Refused::code))));
    line("findings: %s".formatted(counts(findings.stream().map(it -> it.kind().name()))));
    findings.stream().limit(20).forEach(it -> line("  %s".formatted(it)));
    assertThat(findings).isEmpty();
    assertThat(diaries).as("clients that never had to move").noneMatch(it -> it.opened() < 2);
  }

  private static <T extends Note> Stream<T> all(List<Diary> diaries, Class<T> kind) {
    return diaries.stream().flatMap(it -> it.all(kind));
  }

  private static Map<String, Long> counts(Stream<String> names) {
    return names.collect(
        Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /** The checker sees what it is to see. */
  private void tampered(List<Diary> diaries, Ledger ledger) {
    List<Diary> rich =
        diaries.stream().filter(it -> it.interest().targets().contains("inventory")).toList();
    for (Trick trick : new Tampering(ledger, random).all()) {
      Diary victim = rich.get(random.nextInt(rich.size()));
      List<Finding> findings =
          Checker.check(List.of(trick.change().apply(victim)), ledger, Set.of(NORMAL, DRAINING));
      line("with %s: %d findings".formatted(trick.name(), findings.size()));
      assertThat(findings).as(trick.name()).extracting(Finding::kind).contains(trick.finds());
    }
  }

  private static String since(long nanos) {
    return "%.1f s".formatted((System.nanoTime() - nanos) / 1e9);
  }

  private void line(String text) {
    report.add("  " + text);
  }
}
