package io.kucun.local.bench;

import io.kucun.local.servers.Spawn;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** {@code local/bench}, where the programs for Node are, and what they need. */
public final class NodeHome {
  private NodeHome() {}

  /** Refuses when there is no Node. */
  public static void require() {
    for (String tool : List.of("node", "npm")) {
      if (!Spawn.onPath(tool)) {
        throw new StackException(
            "bench needs " + tool + " on the PATH (Node.js 20 or later), or --only without 'node'");
      }
    }
  }

  /** Installs what the programs need, the first time; returns the directory. */
  public static Path prepared(Path root, Path log) {
    Path home = root.resolve("local/bench");
    try {
      int code =
          new ProcessBuilder(home.resolve("prepare").toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (code != 0) {
        throw new StackException("npm could not install what local/bench needs, see " + log);
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted");
    }
  }
}
