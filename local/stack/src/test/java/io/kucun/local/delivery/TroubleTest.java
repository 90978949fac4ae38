package io.kucun.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.rig.Rig;
import io.kucun.local.rig.RigPlan;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A report of it is in {@code target/soak/event-troubles.txt}. */
@Order(12)
@DisplayName("Two replicas of the API whose parts fail while others write")
class TroubleTest {
  private static final Path REPORT = Path.of("target", "soak", "event-troubles.txt");
  private static final int ROUNDS = Scale.of(1, 5);
  private static final int CLERKS = 8;
  private static final int LOG = 10_000;

  private final long seed = Long.getLong("kucun.seed", new Random().nextLong(1_000_000));
  private final List<String> report = new ArrayList<>();

  @Test
  @DisplayName("lose no event, and go on without anybody's help")
  void troubles() throws IOException {
    System.out.println("Seed of the troubles: " + seed);
    report.add("Troubles, seed " + seed);
    try (Rig rig = new Rig(RigPlan.breakable("kucun-troubles", 2))) {
      rig.start();
      try (Subscriber subscriber = new Subscriber(rig.redis().port())) {
        Recorder recorder = new Recorder(rig, subscriber);
        Traffic traffic = new Traffic(rig, CLERKS, seed);
        Troubles troubles = new Troubles(rig, traffic, new Lease(recorder));
        try (traffic) {
          for (int round = 0; round < ROUNDS; round++) {
            troubles.all().forEach(troubles::meet);
          }
        } finally {
          report.addAll(troubles.report());
        }
        judge(recorder.evidence(traffic.journal(), LOG), traffic.journal(), subscriber);
      }
    } finally {
      Files.createDirectories(REPORT.getParent());
      Files.write(REPORT, report);
      report.forEach(System.out::println);
    }
  }

  private void judge(Evidence evidence, Journal journal, Subscriber subscriber) {
    List<Finding> findings = Auditor.audit(evidence);
    report.add("  " + journal);
    report.add(
        "  %d events committed, %d messages heard on %d connections, %d in the logs"
            .formatted(
                evidence.books().rows().size(),
                evidence.heard().size(),
                subscriber.links(),
                evidence.log().values().stream().mapToInt(List::size).sum()));
    report.add("  findings: " + findings.size());
    findings.stream().limit(20).forEach(it -> report.add("    " + it));
    assertThat(findings).isEmpty();
  }
}
