package io.kucun.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.client.Resp;
import io.kucun.local.documents.Repository;
import io.kucun.local.rig.Await;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The script that starts a Sentinel")
class SentinelScriptTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Path SCRIPT =
      Repository.ROOT.resolve("k8s/components/redis-sentinel/sentinel.sh");

  @TempDir Path directory;

  private final int port = Ports.free();

  @Test
  @DisplayName("takes the password of now, though its file on the volume is of another time")
  void rotated() throws IOException {
    Path programs = programs();
    for (String password : new String[] {"before", "now"}) {
      Process sentinel = start(programs, password);
      try {
        Await.until("Sentinel takes " + password, LIMIT, () -> takes(password));
        assertThat(takes(password.equals("now") ? "before" : "now")).isFalse();
      } finally {
        sentinel.destroyForcibly().onExit().join();
      }
    }
    assertThat(directory.resolve("sentinel.conf"))
        .content()
        .contains("sentinel monitor kucun", "sentinel auth-pass kucun now")
        .doesNotContain("before");
  }

  private Process start(Path programs, String password) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", SCRIPT.toString(), "--port", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                programs + ":" + System.getenv("PATH"),
                "STATE",
                directory.toString(),
                "ME",
                "127.0.0.1",
                "PEERS",
                "127.0.0.1",
                "REDISCLI_AUTH",
                password));
    return builder.start();
  }

  /** The server of these tests, and a client to which each Redis seems to be there. */
  private Path programs() throws IOException {
    Path programs = Files.createDirectory(directory.resolve("bin"));
    RedisServer any =
        RedisServer.transientIn(directory, Ports.free(), directory.resolve("redis.log"));
    String server = any.process().handle().flatMap(it -> it.info().command()).orElseThrow();
    any.process().stop("KILL", LIMIT);
    Files.createSymbolicLink(programs.resolve("redis-server"), Path.of(server));
    Path client = Files.writeString(programs.resolve("redis-cli"), "#!/bin/sh\necho PONG\n");
    Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
    return programs;
  }

  private boolean takes(String password) {
    try (Resp sentinel = Resp.open("redis://:" + password + "@127.0.0.1:" + port)) {
      return sentinel.call("PING") != null;
    } catch (IOException e) {
      return false;
    }
  }
}
