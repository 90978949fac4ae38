package io.kucun.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A service that is asked what it thinks of its variables, and does not start. */
record VariableCheck(App app, Process process) {
  private static final int LIMIT_SECONDS = 30;
  private static final List<String> PORTS = List.of("API_PORT", "WS_PORT", "MANAGEMENT_PORT");

  static VariableCheck start(App app, Settings settings) {
    List<String> command =
        List.of(
            JavaCommand.path(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            app.jar(settings.root()).toString(),
            "check");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(ServiceEnvironment.of(app, settings));
    // What it says is for the terminal.
    environment.replace("LOG_JSON", "true", "false");
    PORTS.forEach(name -> environment.computeIfPresent(name, (same, port) -> free(port)));
    try {
      return new VariableCheck(app, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a port that is taken {@link Preflight} speaks, by the name that it has here. */
  private static String free(String port) {
    return Preflight.isFree(Integer.parseInt(port))
        ? port
        : Integer.toString(io.kucun.local.servers.Ports.free());
  }

  /** What is wrong, in the service's words; nothing if it would start. */
  Optional<String> fault() {
    var _ =
        process
            .onExit()
            .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
            .exceptionally(late -> process.destroyForcibly());
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() == 0) {
        return Optional.empty();
      }
      return Optional.of(
          app.part().title()
              + " cannot be started so:\n    "
              + said.strip().replace("\n", "\n    "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
