package io.kucun.local.stack;

import java.nio.file.Path;
import java.util.List;

/** A packaged service. */
enum App {
  API(Part.API, "320m"),
  GATEWAY(Part.GATEWAY, "192m");

  private final Part part;
  private final String heap;

  App(Part part, String heap) {
    this.part = part;
    this.heap = heap;
  }

  Part part() {
    return part;
  }

  Path jar(Path root) {
    return root.resolve(part.id()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  List<String> command(Path root) {
    return List.of(
        JavaCommand.path(),
        "-Xms64m",
        "-Xmx" + heap,
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-jar",
        jar(root).toString());
  }
}
