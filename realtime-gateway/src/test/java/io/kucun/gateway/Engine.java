package io.kucun.gateway;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs a page. */
enum Engine {
  NODE {
    @Override
    List<String> command() {
      return List.of("node", "--no-warnings", "--experimental-websocket", "node.mjs");
    }
  },
  CHROMIUM {
    @Override
    List<String> command() {
      return List.of("node", "chromium.mjs", chromium().orElseThrow());
    }

    @Override
    boolean isThere() {
      return chromium().isPresent();
    }
  };

  abstract List<String> command();

  boolean isThere() {
    return true;
  }

  private static Optional<String> chromium() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, "chromium"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
