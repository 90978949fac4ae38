package io.kucun.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A packaged service. */
public enum App {
  /** A read leaves several times its body as garbage: a small nursery is swept all the time. */
  API(Part.API, "-Xms96m -Xmn64m -Xmx320m"),
  /** As in its image: what clients leave behind while they connect must not stay in memory. */
  GATEWAY(
      Part.GATEWAY,
      "-Xms64m -Xmn16m -Xmx192m -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=2000");

  private final Part part;
  private final String memory;

  App(Part part, String memory) {
    this.part = part;
    this.memory = memory;
  }

  Part part() {
    return part;
  }

  /** Where its package is. */
  public Path directory(Path root) {
    return root.resolve(part.id()).resolve("target/quarkus-app");
  }

  Path jar(Path root) {
    return directory(root).resolve("quarkus-run.jar");
  }

  /** How it is started. */
  public List<String> command(Path root) {
    return java("-jar", jar(root).toString());
  }

  /** How a Java program of these arguments is started with as much of the machine. */
  public List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.addAll(List.of(memory.split(" ", -1)));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of(arguments));
    return command;
  }
}
