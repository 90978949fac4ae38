package io.kucun.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the front script, as a process of its own whose output goes to a file. */
record Command(Process process, Path log) {
  private static final int LIMIT_SECONDS = 120;

  static Command start(Map<String, String> environment, String... arguments) {
    return run(environment, line(arguments));
  }

  /** One whose output goes to a reader that leaves after a line. */
  static Command startAndReadLine(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" | head -n 1", "sh"));
    command.addAll(line(arguments));
    return run(environment, command);
  }

  private static List<String> line(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dkucun.root=" + Stack.ROOT));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.kucun.local.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  private static Command run(Map<String, String> environment, List<String> command) {
    try {
      Path log = Files.createTempFile("kucun-command", ".log");
      log.toFile().deleteOnExit();
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(log.toFile()).environment().putAll(environment);
      return new Command(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end and gives its exit code. */
  int exitCode() {
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
