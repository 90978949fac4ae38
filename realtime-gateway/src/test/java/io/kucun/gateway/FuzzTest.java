package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.fuzz.Frames;
import io.kucun.gateway.fuzz.Malformed;
import io.kucun.gateway.fuzz.Texts;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(FuzzTest.Patient.class)
@DisplayName(
    "Whatever a client sends, it is answered or closed as documented, without harm to others:")
class FuzzTest extends GatewayTest {

  /** Does not mind how much is sent. */
  public static class Patient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kucun.session.commands-per-second", "100000",
          "kucun.session.command-burst", "100000",
          "WS_MAX_CONNECTIONS_PER_USER", "10000",
          "WS_MAX_CONNECTIONS_PER_ADDRESS", "10000",
          "WS_MAX_HANDSHAKES_PER_SECOND", "10000");
    }
  }

  private static final int TEXTS = Scale.of(1_500, 60_000);
  private static final int TEXTS_PER_CLIENT = 50;
  private static final int FRAMES = Scale.of(8, 300);
  private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"channel\":\"inventory\"}";

  private final long seed = Long.getLong("kucun.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final String token = Tokens.of("fay", "admin");
  private String epoch = "";
  private long offset = 1;
  private final LeakWatch leaks = new LeakWatch();
  private final LogWatch log = new LogWatch("");
  private @Nullable Client connected;
  private final Trail trail = new Trail(1);

  @BeforeEach
  void listen() {
    epoch = newEpoch("inventory");
    connected = Client.welcomed(base, Tokens.of("hal", "viewer"));
    healthy().send(SUBSCRIBE).next("subscribed");
  }

  /** Others have heard everything, nothing was logged, and nothing is kept. */
  @AfterEach
  void noHarm() {
    try {
      healthy().nothingElse();
      Await.until("only one listens", () -> hub.counters().subscriptions() == 1);
      assertThat(log.records())
          .as("seed " + seed)
          .noneMatch(r -> r.startsWith("WARN") || r.startsWith("ERROR"));
      assertThat(leaks.leaks()).as("seed " + seed).isEmpty();
    } finally {
      healthy().close();
      log.close();
      leaks.close();
    }
  }

  private Client healthy() {
    return Objects.requireNonNull(connected);
  }

  private SilentClient fuzzer() {
    return new SilentClient(base, token);
  }

  private void publish() {
    redis().publish("inventory", epoch, ++offset, null, null);
    trail.follow(healthy().next());
  }

  @Test
  @DisplayName("commands, almost")
  void texts() {
    Texts texts = new Texts(random);
    for (int i = 0; i < TEXTS; i += TEXTS_PER_CLIENT) {
      try (SilentClient client = fuzzer()) {
        client.send(SUBSCRIBE);
        client.readUntil("subscribed");
        Probe probe = new Probe(client, random);
        for (int n = 0; n < TEXTS_PER_CLIENT; n++) {
          String text = texts.next();
          try {
            probe.text(n == 0 ? "{" : text);
          } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + text, e);
          }
        }
        publish();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("frames that are none")
  void frames(Malformed malformed) {
    for (int i = 0; i < FRAMES; i++) {
      try (SilentClient client = fuzzer()) {
        client.send(SUBSCRIBE);
        client.readUntil("subscribed");
        publish();
        new Probe(client, random).frames(malformed);
        publish();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + malformed, e);
      }
    }
  }

  @Test
  @DisplayName("a command in any parts, with pings between them, which is a command all the same")
  void parts() {
    byte[] command = "{\"type\":\"ping\",\"id\":\"砖🧱é\"}".getBytes(StandardCharsets.UTF_8);
    try (SilentClient client = fuzzer()) {
      client.readUntil("welcome");
      for (int first = 0; first < command.length; first++) {
        for (int second = first; second < command.length; second += 1 + random.nextInt(5)) {
          Frames frames = new Frames(random).frame(1, Arrays.copyOf(command, first));
          frames.frame(Frames.FIN | 9, new byte[random.nextInt(126)]);
          frames.frame(0, Arrays.copyOfRange(command, first, second));
          frames.frame(Frames.FIN, Arrays.copyOfRange(command, second, command.length));
          client.trySendRaw(frames.bytes());
          assertThat(client.next()).isEqualTo("{\"type\":\"pong\",\"id\":\"砖🧱é\"}");
        }
      }
    }
  }

  @Test
  @DisplayName("a part of a frame, then noise, and then nothing more")
  void truncated() {
    byte[] noise = new byte[200];
    for (int i = 0; i < FRAMES * 5; i++) {
      try (SilentClient client = fuzzer()) {
        client.send(SUBSCRIBE);
        client.readUntil("subscribed");
        Malformed[] all = Malformed.values();
        byte[] bytes = all[random.nextInt(all.length)].bytes(random);
        client.trySendRaw(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        random.nextBytes(noise);
        client.trySendRaw(noise);
        publish();
      }
    }
  }
}
