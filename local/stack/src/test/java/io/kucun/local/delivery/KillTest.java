package io.kucun.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.delivery.Tampering.Trick;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.RigPlan;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A report of it is in {@code target/soak/event-kills.txt}. */
@Order(11)
@DisplayName("Two replicas of the API that are killed while others write")
class KillTest {
  private static final Path REPORT = Path.of("target", "soak", "event-kills.txt");
  private static final int WRITES = Scale.of(2_000, 20_000);
  private static final int KILLS = Scale.of(3, 20);
  private static final int CLERKS = 12;
  private static final int LOG = 10_000;
  private static final int LONGEST_WAIT_NANOS = 100_000_000;

  private final List<String> report = new ArrayList<>();
  private final long seed = Long.getLong("kucun.seed", new Random().nextLong(1_000_000));
  private final Random random = new Random(seed);

  @Test
  @DisplayName("publish every commit once, in order, one content for each offset")
  void kills() throws IOException {
    System.out.println("Seed of the kills: " + seed);
    report.add("Kills of the API, seed " + seed);
    try (Rig rig = new Rig(RigPlan.breakable("kucun-kills", 2))) {
      rig.start();
      try (Subscriber subscriber = new Subscriber(rig.redis().port())) {
        Traffic traffic = new Traffic(rig, CLERKS, seed);
        try (traffic) {
          for (int kill = 1; kill <= KILLS; kill++) {
            traffic.until((long) WRITES * kill / (KILLS + 1));
            kill(rig);
          }
          traffic.until(WRITES);
        }
        Evidence evidence = new Recorder(rig, subscriber).evidence(traffic.journal(), LOG);
        judge(evidence, traffic.journal());
        assertThat(subscriber.links()).as("Redis was there all the time").isEqualTo(1);
        tampered(evidence);
      }
    } finally {
      Files.createDirectories(REPORT.getParent());
      Files.write(REPORT, report);
      report.forEach(System.out::println);
    }
  }

  /** Mostly whoever publishes; now and then both at once. */
  private void kill(Rig rig) {
    Replica leader = Leader.of(rig);
    List<Replica> victims = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      victims.add(leader);
    }
    if (victims.isEmpty() || random.nextInt(5) == 0) {
      rig.replicas().stream().filter(it -> it != leader).forEach(victims::add);
    }
    LockSupport.parkNanos(random.nextInt(LONGEST_WAIT_NANOS));
    victims.forEach(Replica::kill);
    victims.forEach(Replica::start);
    victims.forEach(Replica::awaitReady);
    report.add(
        "  killed %s%s"
            .formatted(
                victims.contains(leader) ? "the leader" : "the other",
                victims.size() > 1 ? " and the other" : ""));
  }

  private void judge(Evidence evidence, Journal journal) {
    List<Finding> findings = Auditor.auditWithRedis(evidence);
    report.add("  " + journal);
    report.add(
        "  %d events committed, %d messages heard, %d in the logs, %d entities"
            .formatted(
                evidence.books().rows().size(),
                evidence.heard().size(),
                evidence.log().values().stream().mapToInt(List::size).sum(),
                evidence.books().entities().size()));
    report.add("  findings: " + findings.size());
    findings.stream().limit(20).forEach(it -> report.add("    " + it));
    assertThat(findings).isEmpty();
    assertThat(journal.written()).isGreaterThanOrEqualTo(WRITES);
  }

  /** The auditor sees what it is to see. */
  private void tampered(Evidence evidence) {
    for (Trick trick : new Tampering(random).all()) {
      List<Finding> findings = Auditor.auditWithRedis(trick.change().apply(evidence));
      report.add("  with %s: %d findings".formatted(trick.name(), findings.size()));
      assertThat(findings).as(trick.name()).extracting(Finding::kind).contains(trick.finds());
    }
  }
}
