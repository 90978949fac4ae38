package io.kucun.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a command of the repository has answered: its exit code and all that it said. */
record Result(int code, String output) {
  static final Path ROOT =
      Path.of(System.getProperty("kucun.root", "../..")).toAbsolutePath().normalize();

  private static final int LIMIT_SECONDS = 60;

  static Result of(Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<Void> limit =
          process
              .onExit()
              .completeOnTimeout(process, LIMIT_SECONDS, TimeUnit.SECONDS)
              .thenAccept(Result::end);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      limit.join();
      return new Result(code, output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** One that has ended by itself is left alone: its output may still be read. */
  private static void end(Process process) {
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }
}
