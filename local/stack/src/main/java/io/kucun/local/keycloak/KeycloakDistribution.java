package io.kucun.local.keycloak;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.ServerException;
import io.kucun.local.servers.Spawn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The distribution that Maven put into the cache, unpacked and built for the options we use. */
public final class KeycloakDistribution {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);

  private static final List<String> BUILD =
      List.of(
          "build",
          "--db=dev-file",
          "--features-disabled="
              + String.join(
                  ",",
                  "account",
                  "account-api",
                  "admin-fine-grained-authz",
                  "ciba",
                  "client-policies",
                  "device-flow",
                  "impersonation",
                  "kerberos",
                  "organization",
                  "par",
                  "passkeys",
                  "passkeys-conditional-ui-authenticator",
                  "update-email",
                  "web-authn"));

  private final Path cache;
  private final String version;

  /** In the cache directory that also has the archive. */
  public KeycloakDistribution(Path cache) {
    this.cache = cache;
    this.version = version();
  }

  /**
   * The directory of the built distribution.
   *
   * @param spawned told of the process that builds it
   * @param step told of the build when it was done
   */
  public Path prepare(Path log, Consumer<ChildProcess> spawned, Step step) {
    String options = Integer.toHexString(BUILD.hashCode());
    Path target = cache.resolve("keycloak-" + version + "-" + options);
    Path done = target.resolve("built");
    if (Files.exists(done)) {
      return target;
    }
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve("keycloak.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(done)) {
          long begin = System.nanoTime();
          unpack(target);
          build(target, log, spawned);
          Files.createFile(done);
          step.done(
              "Keycloak " + version,
              "unpacked and built, once",
              Duration.ofNanos(System.nanoTime() - begin));
        }
      }
      return target;
    } catch (IOException e) {
      throw new ServerException("cannot prepare Keycloak in " + target, e);
    }
  }

  private void unpack(Path target) throws IOException {
    Path archive = cache.resolve("keycloak-quarkus-dist-" + version + ".zip");
    if (!Files.exists(archive)) {
      throw new ServerException("Keycloak is not there (" + archive + "): run ./kucun build");
    }
    Deletion.of(target);
    Zip.unpack(archive, target);
  }

  private static void build(Path target, Path log, Consumer<ChildProcess> spawned)
      throws IOException {
    List<String> command = new ArrayList<>(KeycloakCommand.java(target, "768m"));
    command.addAll(BUILD);
    Process process = Spawn.inOwnSession(command, KeycloakEnvironment::forBuild, target, log);
    spawned.accept(ChildProcess.of(process.toHandle(), "java"));
    try {
      if (process.waitFor(BUILD_LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new ServerException("Keycloak could not be built, see " + log);
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in =
        KeycloakDistribution.class.getResourceAsStream("/kucun-versions.properties")) {
      if (in == null) {
        throw new ServerException("not on the class path: kucun-versions.properties");
      }
      properties.load(in);
      return properties.getProperty("keycloak");
    } catch (IOException e) {
      throw new ServerException("cannot read kucun-versions.properties", e);
    }
  }

  /** Told of a step that is done: what, where, and how long it took. */
  public interface Step {
    /** It is done. */
    void done(String what, String where, Duration took);
  }
}
