package io.kucun.local.documents;

import io.kucun.local.servers.Spawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that a test needs and that the build cannot fetch: on the {@code PATH}, or where {@code
 * local/tools} unpacks it. Without it the test is skipped, which the last line of {@code ./kucun
 * test} counts; with {@code KUCUN_REQUIRE_TOOLS=true}, as on the public CI, it fails.
 */
public final class Tool {
  private static final Path UNPACKED = Repository.ROOT.resolve(".kucun/cache/tools/usr/bin");

  private Tool() {}

  /** Whether it can be used. */
  public static boolean isThere(String name) {
    boolean there = Files.isExecutable(path(name));
    if (!there && "true".equals(System.getenv("KUCUN_REQUIRE_TOOLS"))) {
      throw new AssertionError(missing(name));
    }
    return there;
  }

  /** Where it is, if it is there. */
  public static Path path(String name) {
    return Spawn.find(name).orElse(UNPACKED.resolve(name));
  }

  /** Says that it is missing. */
  public static String missing(String name) {
    return name + " is not on the PATH, so that what it checks is not checked: see local/tools";
  }

  /** Runs it in a directory and gives its output; another end than a good one fails. */
  public static String run(Path directory, String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.set(0, path(command[0]).toString());
    try {
      Process process =
          new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ":\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
