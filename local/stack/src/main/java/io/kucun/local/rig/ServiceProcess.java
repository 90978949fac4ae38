package io.kucun.local.rig;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Spawn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A packaged service on its own, without the launcher. */
public final class ServiceProcess {
  private static final Path ROOT =
      Path.of(System.getProperty("kucun.root", "../..")).toAbsolutePath().normalize();

  private ServiceProcess() {}

  /**
   * Starts it; it is not ready yet.
   *
   * @param name of its log in the directory
   */
  public static ChildProcess start(
      String service, Map<String, String> environment, Path directory, String name) {
    return child(spawn(service, environment, directory, name));
  }

  /** The same, for somebody who asks how it ended. */
  static Process spawn(
      String service, Map<String, String> environment, Path directory, String name) {
    String jar = ROOT.resolve(service).resolve("target/quarkus-app/quarkus-run.jar").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Spawn.inOwnSession(
        List.of(java, "-Xmx256m", "-jar", jar),
        environment,
        directory,
        directory.resolve(name + ".log"));
  }

  /** By what identifies it for good. */
  static ChildProcess child(Process process) {
    return ChildProcess.of(process.toHandle(), "java");
  }
}
