package io.kucun.local.bench.fanout;

import io.kucun.local.bench.Options;
import io.kucun.local.bench.Repetition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the bench is run, as it is written on the command line. */
final class FanoutOptions {
  private static final int MOST = 10_000;

  @Option(
      names = "--loads",
      split = ",",
      paramLabel = "NAME",
      description =
          "What is measured: idle (memory at 5,000 and 15,000 clients), single (1,000 clients, 50"
              + " messages/s each), wide (5,000 clients, 10/s), bursts (of 20), stalled (20 that do"
              + " not read); all unless given.")
  private List<String> loads = new ArrayList<>();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description =
          "Who is measured: shipped, plain (the gateway, sendText for each client), node, floor (in"
              + " C); and by name only variant.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description =
          "An option of the JVM, which makes the variant: the gateway once more with it. May be"
              + " repeated.")
  private List<String> jvm = new ArrayList<>();

  @Mixin private Repetition repetition = new Repetition();

  @Option(
      names = "--churn",
      paramLabel = "MINUTES",
      description =
          "Instead: clients come and go for so long, memory is taken each minute; exits with 1"
              + " unless it stays flat.")
  private @Nullable Integer churn;

  void check() {
    Options.require("--seconds", repetition.seconds(), 1, MOST);
    Options.require("--rounds", repetition.rounds(), 1, MOST);
    Options.require("--warm-up", repetition.warmUp(), 0, MOST);
    if (churn != null) {
      Options.require("--churn", churn, 1, MOST);
    }
  }

  Set<Scenario> scenarios() {
    return Words.chosen(Scenario.class, "--loads", loads, EnumSet.allOf(Scenario.class));
  }

  /** With the variant, if there are options for one. */
  Set<Competitor> competitors() {
    Set<Competitor> chosen =
        EnumSet.copyOf(
            Words.chosen(
                Competitor.class,
                "--only",
                only,
                EnumSet.complementOf(EnumSet.of(Competitor.VARIANT))));
    if (!jvm.isEmpty()) {
      chosen.add(Competitor.VARIANT);
    }
    return chosen;
  }

  List<String> jvm() {
    return List.copyOf(jvm);
  }

  Duration window() {
    return Duration.ofSeconds(repetition.seconds());
  }

  int rounds() {
    return repetition.rounds();
  }

  int warmUpSeconds() {
    return repetition.warmUp();
  }

  /** 0 if the bench is not of churn. */
  int churnMinutes() {
    return churn == null ? 0 : churn;
  }
}
