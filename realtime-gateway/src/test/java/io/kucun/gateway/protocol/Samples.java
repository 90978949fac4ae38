package io.kucun.gateway.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The golden samples of the wire. */
public final class Samples {

  private static final Path FOLDER = Path.of("../docs/samples/ws");

  private Samples() {}

  public static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + ".json")).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> names(String prefix) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
