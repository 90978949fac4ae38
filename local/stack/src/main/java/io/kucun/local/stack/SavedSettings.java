package io.kucun.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The variables a system was started with, kept for the commands that talk to it. */
final class SavedSettings {
  /** The variables that say where something is. */
  static final List<String> NAMES = names();

  private SavedSettings() {}

  static void write(Path file, Map<String, String> environment) {
    Properties saved = new Properties();
    for (String name : NAMES) {
      String value = environment.get(name);
      if (value != null) {
        saved.setProperty(name, value);
      }
    }
    try {
      Files.deleteIfExists(file);
      // A password may be among them.
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer out = Files.newBufferedWriter(file)) {
        saved.store(out, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> read(Path file) {
    Properties saved = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      saved.load(in);
    } catch (IOException e) {
      throw new StackException("The system is still starting: " + file + " is not there yet");
    }
    Map<String, String> values = new HashMap<>();
    saved.stringPropertyNames().forEach(name -> values.put(name, saved.getProperty(name)));
    return values;
  }

  private static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "DATABASE_URL",
                "DATABASE_USER",
                "DATABASE_PASSWORD",
                "REDIS_URL",
                "REDIS_NAMESPACE",
                "OIDC_ISSUER"));
    for (Ports port : Ports.values()) {
      names.add(port.variable());
    }
    return List.copyOf(names);
  }
}
