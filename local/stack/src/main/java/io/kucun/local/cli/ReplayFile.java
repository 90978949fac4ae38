package io.kucun.local.cli;

import io.kucun.local.replay.Replay;
import io.kucun.local.replay.Target;
import io.kucun.local.stack.Settings;
import java.nio.file.Path;

/** A replay against the system that runs. */
final class ReplayFile {
  private final Settings settings;
  private final Console console;

  ReplayFile(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run(Path file) {
    Target target =
        new Target(
            settings.apiUrl(),
            settings.gatewayUrl(),
            settings.issuer(),
            settings.redisUrl(),
            settings.redisNamespace(),
            settings.databaseUrl(),
            settings.databaseUser(),
            settings.databasePassword());
    return new Replay(target, file, console::line).run() ? 0 : 1;
  }
}
