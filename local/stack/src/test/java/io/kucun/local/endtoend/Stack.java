package io.kucun.local.endtoend;

import io.kucun.local.client.Api;
import io.kucun.local.client.Tokens;
import io.kucun.local.rig.Await;
import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Deletion;
import io.kucun.local.stack.Children;
import io.kucun.local.stack.Part;
import io.kucun.local.stack.Ports;
import io.kucun.local.stack.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one system that the tests share: on free ports, with a state directory of its own. */
final class Stack {
  static final Path ROOT =
      Path.of(System.getProperty("kucun.root", "../..")).toAbsolutePath().normalize();

  private static final Duration UP_LIMIT = Duration.ofMinutes(4);
  private static @Nullable Stack shared;

  private final Map<String, String> environment = new HashMap<>();
  private final Settings settings;
  private Command launcher;

  private Stack() {
    environment.put("KUCUN_STATE_DIR", temporary().toString());
    for (Ports port : Ports.values()) {
      environment.put(port.variable(), Integer.toString(io.kucun.local.servers.Ports.free()));
    }
    settings = Settings.of(ROOT, environment);
    launcher = up();
  }

  /** Started at first use; gone with this JVM. */
  static synchronized Stack shared() {
    Stack known = shared;
    if (known != null) {
      return known;
    }
    Stack started = new Stack();
    shared = started;
    Runtime.getRuntime().addShutdownHook(new Thread(started::remove, "end-to-end"));
    return started;
  }

  Settings settings() {
    return settings;
  }

  /** The process that runs in the foreground. */
  Command launcher() {
    return launcher;
  }

  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  Api api(String user) {
    return new Api(settings.apiUrl(), tokens(user));
  }

  Tokens tokens(String user) {
    return new Tokens(settings.issuer(), user);
  }

  Command run(String... arguments) {
    return Command.start(environment, arguments);
  }

  /** Starts the system again with the same data. */
  void upAgain() {
    launcher = up();
  }

  /** Which processes of the system live. */
  List<ChildProcess> processes() {
    return Arrays.stream(Part.values())
        .map(part -> Children.recorded(settings.directory(), part))
        .flatMap(Optional::stream)
        .toList();
  }

  private Command up() {
    Command starting = run("up");
    Await.until(
        "up",
        UP_LIMIT,
        () -> starting.output().contains("Kucun is up") || !starting.process().isAlive());
    if (!starting.process().isAlive()) {
      throw new AssertionError("did not come up:\n" + starting.output());
    }
    return starting;
  }

  private void remove() {
    launcher.process().destroy();
    launcher.exitCode();
    new Children(settings.directory()).reap();
    Deletion.of(settings.directory().path());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("kucun-end-to-end");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
