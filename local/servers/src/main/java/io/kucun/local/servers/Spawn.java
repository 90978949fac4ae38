package io.kucun.local.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts a child in a session of its own, so that Ctrl-C at a terminal reaches its parent only. */
public final class Spawn {
  private static final boolean HAS_SETSID = onPath("setsid");

  private Spawn() {}

  /**
   * Starts a command whose output is appended to a log file.
   *
   * @param environment variables that it gets besides those of this process
   */
  public static Process inOwnSession(
      List<String> command, Map<String, String> environment, Path directory, Path log) {
    return inOwnSession(command, variables -> variables.putAll(environment), directory, log);
  }

  /**
   * The same, with any change of the variables.
   *
   * @param environment takes those of this process, and makes them those of the child
   */
  public static Process inOwnSession(
      List<String> command, Consumer<Map<String, String>> environment, Path directory, Path log) {
    List<String> full = new ArrayList<>();
    if (HAS_SETSID) {
      // A child of the JVM is no group leader, so setsid execs without a fork and the pid stays.
      full.add("setsid");
    }
    full.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(full).directory(directory.toFile());
    environment.accept(builder.environment());
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ServerException("cannot start " + command.getFirst(), e);
    }
  }

  /** Whether an executable of that name is on the PATH. */
  public static boolean onPath(String name) {
    return find(name).isPresent();
  }

  /** The executable of that name on the PATH. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
