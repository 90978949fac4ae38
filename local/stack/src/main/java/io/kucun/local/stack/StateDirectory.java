package io.kucun.local.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory with the data, logs and pids of one system. */
public record StateDirectory(Path path) {
  /** What survives a restart. */
  public Path data() {
    return path.resolve("data");
  }

  /** What is true only while the system runs. */
  public Path run() {
    return path.resolve("run");
  }

  /** The log of a part. */
  public Path log(Part part) {
    return path.resolve("logs").resolve(part.id() + ".log");
  }

  /** The settings that the running system was started with. */
  public Path settings() {
    return run().resolve("settings.properties");
  }

  /** A frame of the change that is offered to try, to show what one looks like. */
  public Path exampleFrame() {
    return data().resolve("example-frame.json");
  }

  Path pid(Part part) {
    return run().resolve(part.id() + ".pid");
  }

  /** The launcher's own pid. */
  public Path launcher() {
    return run().resolve("launcher.pid");
  }

  Path lock() {
    return run().resolve("lock");
  }

  /** Creates what is missing, or refuses in one line. */
  public void create() {
    try {
      Files.createDirectories(data());
      Files.createDirectories(run());
      Files.createDirectories(path.resolve("logs"));
    } catch (IOException e) {
      throw new StackException(
          "The state directory "
              + path
              + " cannot be created"
              + reason(e)
              + ": set KUCUN_STATE_DIR to one that can");
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> " (no permission)";
      case FileSystemException other when other.getReason() != null ->
          " (" + other.getReason() + ")";
      default -> "";
    };
  }
}
