package io.kucun.inventory.proof;

import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's own log since this object was made: the server writes an error there before the
 * client hears of it, whatever the service then makes of it.
 */
final class ServerLog {
  private final Path file;
  private final long start;

  ServerLog(Pool database) {
    String data =
        database
            .query("SELECT current_setting('data_directory')")
            .executeAndAwait()
            .iterator()
            .next()
            .getString(0);
    this.file = Path.of(data).resolveSibling("postgres.log");
    this.start = length();
  }

  /** How often a CHECK constraint had to stop somebody. */
  long violations() {
    return count("violates check constraint");
  }

  long deadlocks() {
    return count("deadlock detected");
  }

  private long count(String words) {
    try {
      String all = Files.readString(file, StandardCharsets.UTF_8);
      return all.substring((int) Math.min(start, all.length()))
          .lines()
          .filter(line -> line.contains(words))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long length() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
