package io.kucun.local.bench.fanout;

import io.kucun.local.stack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  @Option(
      names = "--seconds",
      defaultValue = "4",
      description = "How long each is measured in a round (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "5", description = "How often (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      description =
          "Seconds of load on each before, at least; then until it gets no cheaper (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--churn",
      defaultValue = "0",
      paramLabel = "MINUTES",
      description =
          "Instead: clients come and go for so long, memory is taken each minute; exits with 1"
              + " unless it stays flat.")
  private int churn;

  void check() {
    require("--seconds", seconds, 1);
    require("--rounds", rounds, 1);
    require("--warm-up", warmUp, 0);
    require("--churn", churn, 0);
  }

  private static void require(String name, int value, int least) {
    if (value < least || value > MOST) {
      throw new StackException(
          name + " is a number from " + least + " to " + MOST + ", not " + value);
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
    return Duration.ofSeconds(seconds);
  }

  int rounds() {
    return rounds;
  }

  int warmUpSeconds() {
    return warmUp;
  }

  int churnMinutes() {
    return churn;
  }
}
