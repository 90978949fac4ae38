package io.kucun.local.stack;

import java.nio.file.Path;

/** The Java that runs this program. */
final class JavaCommand {
  private JavaCommand() {}

  static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
