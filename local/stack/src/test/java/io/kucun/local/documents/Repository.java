package io.kucun.local.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository, by their paths in it. */
public final class Repository {
  /** Where it is. */
  public static final Path ROOT =
      Path.of(System.getProperty("kucun.root", "../..")).toAbsolutePath().normalize();

  private Repository() {}

  /** All of a file. */
  public static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a directory whose names end so, in order. */
  public static List<Path> below(String directory, String end) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
      return files.filter(it -> it.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
