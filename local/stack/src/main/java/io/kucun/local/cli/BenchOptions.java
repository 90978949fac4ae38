package io.kucun.local.cli;

import io.kucun.local.bench.Options;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code bench}, as they are written. */
final class BenchOptions {
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

  @Option(
      names = "--connections",
      defaultValue = "32",
      description = "Requests in flight (${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--payload",
      defaultValue = "8",
      paramLabel = "KB",
      description = "Size of the list in kB (${DEFAULT-VALUE}).")
  private int payload;

  @Option(
      names = "--keys",
      defaultValue = "0",
      description = "Keys that Redis holds besides (${DEFAULT-VALUE}).")
  private int keys;

  @Option(
      names = "--only",
      paramLabel = "NAME[,NAME...]",
      description =
          "Who is measured: shipped, read, node, nginx; and by name only shipped-304, shipped-miss,"
              + " read-304, shipped-many, read-many, node-many (200 lists in turn), mget (its round trip alone), bytes (no Redis).")
  private List<String> only = new ArrayList<>();

  Options checked() {
    return new Options(seconds, rounds, warmUp, connections, payload, keys, Options.chosen(only));
  }
}
