package io.kucun.local.cli;

import io.kucun.local.bench.Options;
import io.kucun.local.bench.Repetition;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code bench}, as they are written. */
final class BenchOptions {
  @Mixin private Repetition repetition = new Repetition();

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
    return new Options(
        repetition.seconds(),
        repetition.rounds(),
        repetition.warmUp(),
        connections,
        payload,
        keys,
        Options.chosen(only));
  }
}
