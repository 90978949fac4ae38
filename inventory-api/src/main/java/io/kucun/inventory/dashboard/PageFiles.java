package io.kucun.inventory.dashboard;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that the build has made, in the order of its list. */
final class PageFiles {
  private static final String FOLDER = "/dashboard";
  private static final String LIST = "/files.tsv";
  private static final int COLUMNS = 3;

  private PageFiles() {}

  static List<PageFile> load() {
    byte[] list = read(LIST);
    if (list == null) {
      throw new IllegalStateException(
          "The dashboard is missing: ./mvnw process-resources builds it");
    }
    try (Stream<String> lines = new String(list, StandardCharsets.UTF_8).lines()) {
      return lines.map(PageFiles::file).toList();
    }
  }

  private static PageFile file(String line) {
    String[] columns = line.split("\t", COLUMNS);
    byte[] plain = read(columns[0]);
    byte[] gzipped = read(columns[0] + ".gz");
    if (plain == null) {
      throw new IllegalStateException(columns[0] + " is listed and missing");
    }
    return new PageFile(
        columns[0],
        columns[1],
        columns[2],
        Buffer.buffer(plain),
        gzipped == null ? null : Buffer.buffer(gzipped));
  }

  private static byte @Nullable [] read(String path) {
    try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + path)) {
      return file == null ? null : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
