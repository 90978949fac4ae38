package io.kucun.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A page that uses the browser client as the gateway serves it, and says what happens to it. */
final class Page implements AutoCloseable {

  private static final int MOST_SECONDS = 60;

  private final Process process;
  private final BufferedReader output;
  private final Supplier<String> tokens;
  private final List<String> said = new ArrayList<>();

  private Page(Process process, Supplier<String> tokens) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.tokens = tokens;
    CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS).execute(this::close);
  }

  static Page open(Engine engine, URI gateway, Supplier<String> tokens, String... channels) {
    List<String> command = new ArrayList<>(engine.command());
    command.add(gateway.toString());
    command.addAll(List.of(channels));
    try {
      ProcessBuilder page = new ProcessBuilder(command).redirectErrorStream(true);
      return new Page(page.directory(Path.of("client/test/online").toFile()).start(), tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until it says this, and gives it the tokens that it asks for. */
  void awaitLine(String expected) {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (line.startsWith("token ")) {
          process.outputWriter(StandardCharsets.UTF_8).append(tokens.get()).append('\n').flush();
        }
        if (line.equals(expected)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("never said '" + expected + "', but " + said);
  }

  /** Everything that it has said of this kind so far. */
  List<String> said(String kind) {
    return said.stream().filter(line -> line.startsWith(kind + " ")).toList();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
