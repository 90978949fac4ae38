package io.kucun.local.bench.fanout;

import io.kucun.local.bench.Servers;
import io.kucun.local.servers.Spawn;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code local/bench/floor.c}, compiled on the spot. */
final class Floor {
  static final String NAME = "floor";
  static final String ABSENT =
      "There is no C compiler (cc or gcc) on the PATH: the floor is left out";

  private Floor() {}

  static Optional<String> compiler() {
    return Stream.of("cc", "gcc").filter(Spawn::onPath).findFirst();
  }

  /** Returns the program. */
  static Path compiled(Path root, Servers servers) {
    Path program = servers.directory().resolve(NAME);
    Path source = root.resolve("local/bench/floor.c");
    List<String> command =
        List.of(compiler().orElseThrow(), "-O2", "-o", program.toString(), source.toString());
    Path log = servers.log("cc");
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (code != 0) {
        throw new StackException("the floor could not be compiled, see " + log);
      }
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted");
    }
  }
}
