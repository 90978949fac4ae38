package io.kucun.local.cli;

import io.kucun.local.bench.Options;
import io.kucun.local.stack.LogTail;
import io.kucun.local.stack.Part;
import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The logs of the parts. */
final class Logs {
  private static final int MOST_LINES = 1_000_000;

  private final Settings settings;
  private final Console console;

  Logs(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run(String name, boolean follow, int lines) {
    Options.require("--lines", lines, 0, MOST_LINES);
    List<Part> parts = parts(name);
    boolean silent = parts.stream().map(settings.directory()::log).noneMatch(Files::exists);
    if (silent) {
      console.notice("Nothing was logged yet in " + settings.directory().path());
    }
    if (follow) {
      return follow(parts, lines, silent ? Redirect.DISCARD : Redirect.INHERIT);
    }
    if (silent) {
      return 0;
    }
    for (Part part : parts) {
      List<String> tail = LogTail.of(settings.directory().log(part), lines);
      if (parts.size() > 1) {
        console.line("== " + part.id());
      }
      tail.forEach(console::line);
    }
    return 0;
  }

  private static List<Part> parts(String name) {
    if (name.isEmpty()) {
      return List.of(Part.values());
    }
    return Arrays.stream(Part.values())
        .filter(part -> part.id().equals(name))
        .findFirst()
        .map(List::of)
        .orElseThrow(() -> new StackException("No part '" + name + "': there are " + names()));
  }

  private static String names() {
    return Arrays.stream(Part.values()).map(Part::id).collect(Collectors.joining(", "));
  }

  /** The tool that follows files across their replacement is on every system. */
  private int follow(List<Part> parts, int lines, Redirect complaints) {
    List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines), "-F"));
    parts.stream().map(settings.directory()::log).map(Path::toString).forEach(command::add);
    try {
      return new ProcessBuilder(command).inheritIO().redirectError(complaints).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
