package io.kucun.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.history.Faults.Fault;
import io.kucun.local.rig.RedisProxy.Mode;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.RigPlan;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A report of it is in {@code target/soak/cache-history.txt}. */
@Order(10)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Three replicas of the API on one Redis")
class CacheHistoryTest {
  private static final Path REPORT = Path.of("target", "soak", "cache-history.txt");
  private static final int READS = Scale.of(20_000, 300_000);
  private static final int READS_TO_FIND = 3_000;
  private static final int PRODUCTS = 5;
  private static final Duration LIMIT = Duration.ofMinutes(Scale.of(5, 20));

  private final List<String> report = new ArrayList<>();

  /** Small bodies are copied too, so that there is no read that copies are not in the way of. */
  private final Rig rig =
      new Rig(RigPlan.breakable("kucun-history", 3).with("KUCUN_CACHE_LEAST_COPIED", "1"));

  @BeforeAll
  void start() {
    rig.start();
  }

  @AfterAll
  void stop() throws IOException {
    rig.close();
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, report);
    report.forEach(System.out::println);
  }

  private Session session() throws IOException {
    return Session.of(rig, "history" + UUID.randomUUID().toString().substring(0, 8), PRODUCTS);
  }

  private void tell(String what, Session session, List<Violation> violations, long began) {
    report.add("%s: %.1f s".formatted(what, (System.nanoTime() - began) / 1e9));
    report.addAll(session.tally().lines());
    report.add("  %-44s %9d".formatted("values checked", session.history().seen().size()));
    report.add("  %-44s %9d".formatted("violations", violations.size()));
    violations.stream().limit(5).forEach(it -> report.add("    " + it));
  }

  @Test
  @Order(1)
  @DisplayName("never show what is older than an acknowledged write, whatever fails")
  void history() throws IOException {
    long began = System.nanoTime();
    Session session = session();
    Tally tally = session.tally();
    rig.mode(Mode.JITTER);
    List<Fault> faults;
    try (Load load = new Load(session)) {
      Faults injected = new Faults(session, load);
      faults = injected.all();
      do {
        for (Fault fault : faults) {
          load.untilMore(Tally.READS, READS / 40, LIMIT);
          injected.inject(fault);
        }
      } while (Scale.isSoak() && tally.of(Tally.READS) < READS * 2 / 3);
      load.until("reads", LIMIT, () -> tally.of(Tally.READS) >= READS);
    }
    rig.mode(Mode.PASS);
    List<Violation> violations = Checker.check(session.history());
    tell("History with faults", session, violations, began);
    assertThat(violations).isEmpty();
    assertThat(tally.of(Tally.READS)).isGreaterThanOrEqualTo(READS);
    assertThat(tally.of(Tally.HITS)).as("hits").isGreaterThan(READS / 4);
    assertThat(tally.of(Tally.FAILED)).as("5xx").isZero();
    assertThat(tally.of(Tally.BROKEN)).as("broken").isZero();
    assertThat(tally.of(Tally.EVENTS)).as("events").isPositive();
    assertThat(rig.replicas())
        .extracting(it -> it.metric("kucun_cache_look_copies_total"))
        .as("copies")
        .allMatch(copies -> copies > 0);
    assertThat(faults)
        .allSatisfy(
            it -> assertThat(tally.of(Faults.FAULT + it.name())).as(it.name()).isPositive());
  }

  /** The checks see what they are to see: the same load on a cache that is a little broken. */
  private List<Violation> without(String what, Mode mode) throws IOException {
    long began = System.nanoTime();
    Session session = session();
    rig.mode(mode);
    try (Load load = new Load(session)) {
      load.untilMore(Tally.READS, READS_TO_FIND, LIMIT);
      load.untilMore(Tally.ACKNOWLEDGED, 50, LIMIT);
    }
    rig.mode(Mode.PASS);
    List<Violation> violations = Checker.check(session.history());
    tell(what, session, violations, began);
    return violations;
  }

  @Test
  @Order(2)
  @DisplayName("do so on each way to read when stamps do not change, and the checker finds it")
  void withoutStamps() throws IOException {
    assertThat(without("History without stamps", Mode.LOSE))
        .extracting(it -> it.read().where().replaceAll(" at .*", ""))
        .contains(Route.all("", List.of("")).stream().map(Route::name).toArray(String[]::new));
  }

  @Test
  @Order(3)
  @DisplayName("do so when stamps change 20 ms after the answer, and the checker finds it")
  void lateStamps() throws IOException {
    assertThat(without("History with late stamps", Mode.LATE))
        .isNotEmpty()
        .allMatch(it -> it.kind() == Violation.Kind.STALE);
  }

  @Test
  @Order(4)
  @DisplayName("answer 200 reads a second while Redis hangs or is gone, and go back to it alone")
  void outages() throws IOException {
    Session session = session();
    Steady steady = new Steady(session, 200);
    try (steady) {
      report.add("Steady 200 reads/s");
      new Outages(session, steady, Scale.of(300, 2_000))
          .run()
          .forEach(phase -> report.add(steady.line(phase)));
      report.add("  goal: p99 of an outage within 25 ms of that of the database only");
    }
    report.addAll(session.tally().lines());
    assertThat(session.tally().of(Tally.READS)).as("answered").isEqualTo(steady.sent());
  }
}
