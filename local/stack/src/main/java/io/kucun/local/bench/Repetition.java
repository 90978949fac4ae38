package io.kucun.local.bench;

import picocli.CommandLine.Option;

/** How long and how often each is measured, as it is written on the command line; not checked. */
public final class Repetition {
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
          "Seconds of load on each before, at least; then until it gets no cheaper"
              + " (${DEFAULT-VALUE}).")
  private int warmUp;

  /** How long each is measured in a round. */
  public int seconds() {
    return seconds;
  }

  public int rounds() {
    return rounds;
  }

  /** Seconds of load on each before the first round, at least. */
  public int warmUp() {
    return warmUp;
  }
}
