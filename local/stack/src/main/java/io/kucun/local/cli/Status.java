package io.kucun.local.cli;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.stack.Children;
import io.kucun.local.stack.Part;
import io.kucun.local.stack.Probe;
import io.kucun.local.stack.Settings;
import java.util.Locale;
import java.util.Optional;

/** A line for each part. */
final class Status {
  private static final int NOT_ALL_UP = 3;

  private final Settings settings;
  private final Console console;

  Status(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run() {
    boolean allUp = true;
    try (Probe probe = new Probe(settings)) {
      for (Part part : Part.values()) {
        Optional<ChildProcess> process = Children.recorded(settings.directory(), part);
        boolean expected = process.isPresent() || !settings.starts(part);
        boolean ready = expected && probe.isReady(part);
        allUp &= ready;
        String state = ready ? "up" : process.isPresent() ? "not ready" : "down";
        String pid = process.map(it -> "pid " + it.pid()).orElse("-");
        console.line(
            String.format(
                Locale.ROOT,
                "%-18s %-40s %-12s %s",
                part.id(),
                settings.address(part),
                settings.starts(part) ? pid : "given",
                state));
      }
    }
    return allUp ? 0 : NOT_ALL_UP;
  }
}
