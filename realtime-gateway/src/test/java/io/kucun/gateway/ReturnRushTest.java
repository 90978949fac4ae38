package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.hub.ResumeOutcome;
import io.kucun.local.servers.LocalServers;
import io.kucun.local.testing.Scale;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ReturnRushTest.JustStarted.class)
@DisplayName("When everybody comes back at once to a gateway that has just started")
class ReturnRushTest extends GatewayTest {

  private static final String EPOCH = "rush";
  private static final int CLIENTS = Scale.of(300, 10_000);
  private static final int EVENTS = 20_000;
  private static final int MEMORY = 100;
  private static final int KEYS = 500;

  /** As many as there are pieces in the log, twice, for some of these are read in parts. */
  private static final int HANDFUL = 2 * EVENTS / 1_000;

  private static final long SEED = Long.getLong("kucun.seed", System.nanoTime());

  /** A gateway that remembers next to nothing of a log that is there before it starts. */
  public static class JustStarted implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kucun.gateway.log-events", Integer.toString(MEMORY),
          "kucun.session.ping-every", "10M",
          // Ten thousand handshakes may keep both processors busy for longer than a pong may take.
          "kucun.session.pong-within", "2M",
          "WS_MAX_CONNECTIONS", "20000",
          "WS_MAX_CONNECTIONS_PER_USER", "20000",
          "WS_MAX_CONNECTIONS_PER_ADDRESS", "20000",
          "WS_MAX_HANDSHAKES_PER_SECOND", "20000");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(Log.class));
    }
  }

  /** The log, filled before the gateway starts. */
  public static class Log implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      try (Publisher redis = new Publisher(LocalServers.redisUrl())) {
        redis.command("DEL", "kucun:log:inventory");
        redis.publish("inventory", EPOCH, 1, null, null);
        LongLog.fill(redis, "inventory", EPOCH, KEYS, EVENTS);
      }
      return Map.of();
    }

    @Override
    public void stop() {}
  }

  /** A process of its own, for both ends of all sockets may be more files than one may open. */
  private Process rush() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-cp",
            Path.of("target", "test-classes").toString(),
            Rush.class.getName(),
            base.toString(),
            Tokens.of("rue", "viewer"),
            EPOCH,
            Integer.toString(CLIENTS),
            Integer.toString(EVENTS),
            Integer.toString(EVENTS - MEMORY),
            Integer.toString(KEYS),
            Long.toString(SEED))
        .redirectErrorStream(true)
        .start();
  }

  @Test
  @DisplayName("each gets exactly what it missed and then goes on, for a handful of reads")
  void rushes() throws IOException {
    assertThat(hub.counters().recalls()).as("nothing was read for anybody").isZero();
    redis().command("CONFIG", "RESETSTAT");
    Process rush = rush();
    try (BufferedReader said = rush.inputReader()) {
      String caughtUp = said.readLine();
      assertThat(caughtUp).as("seed %d", SEED).startsWith("caught up: " + CLIENTS + ',');
      int reads = redis().calls("xrevrange");
      for (int i = 1; i <= KEYS; i++) {
        redis().publish("inventory", EPOCH, EVENTS + i, "k" + (EVENTS + i) % KEYS, null);
      }
      assertThat(said.lines().toList()).as("seed %d", SEED).containsExactly("done: " + CLIENTS);
      assertThat(reads).as("seed %d", SEED).isPositive().isLessThanOrEqualTo(HANDFUL);
      assertThat(hub.counters().recalls()).isEqualTo(reads);
      assertThat(redis().calls("xrevrange")).as("nor for what came then").isEqualTo(reads);
      assertThat(redis().calls("xrange")).isZero();
      assertThat(hub.counters().resumes(ResumeOutcome.LOG)).isEqualTo(CLIENTS);
      report(caughtUp + ", reads of the log: " + reads);
    } finally {
      rush.destroyForcibly();
    }
  }

  private static void report(String measured) throws IOException {
    Path file = Path.of("target", "soak", "return-rush.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, measured + System.lineSeparator());
  }
}
