package io.kucun.local.cli;

import io.kucun.local.bench.Bench;
import io.kucun.local.bench.Options;
import io.kucun.local.stack.Settings;

/** A bench of cached reads, on servers of its own. */
final class MeasuredReads {
  private final Settings settings;
  private final Console console;

  MeasuredReads(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run(Options options) {
    new Bench(options, console::notice)
        .run(settings.root(), settings.directory().path().resolve("bench"))
        .forEach(console::line);
    return 0;
  }
}
