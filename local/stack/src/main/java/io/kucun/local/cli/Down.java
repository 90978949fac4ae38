package io.kucun.local.cli;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.stack.Children;
import io.kucun.local.stack.LauncherLock;
import io.kucun.local.stack.Part;
import io.kucun.local.stack.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stops the system: by its launcher if that lives, else itself. */
final class Down {
  private static final Duration LIMIT = Duration.ofSeconds(12);

  private final Settings settings;
  private final Console console;

  Down(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run() {
    settings.directory().create();
    Optional<ChildProcess> launcher = LauncherLock.holder(settings.directory());
    launcher.ifPresent(process -> process.stop("TERM", LIMIT));
    List<Part> left = new Children(settings.directory()).reap();
    if (launcher.isEmpty() && left.isEmpty()) {
      console.line("Kucun is not running");
    } else if (left.isEmpty()) {
      console.line("Kucun is stopped");
    } else {
      String names = left.stream().map(Part::title).collect(Collectors.joining(", "));
      console.line("Kucun is stopped; without a launcher there were: " + names);
    }
    return 0;
  }
}
