package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BusyClientTest.Quick.class)
@DisplayName("A client whose command takes long")
class BusyClientTest extends GatewayTest {

  /** Longer than a pong is waited for, shorter than a subscription. */
  private static final String PAUSE_MILLIS = "3000";

  private static final int FRAMES = 5_000;
  private static final int FRAME = 16_000;
  private static final int HEAD = 8;
  private static final int RATE = 4429;

  /** Pings often, and waits a second for the pong. */
  public static class Quick implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kucun.session.ping-every", "300MS", "kucun.session.pong-within", "1S");
    }
  }

  /** Redis has to be asked for it, as nobody here has seen that much. */
  private String ahead(String channel) {
    String since = "{\"epoch\":\"" + newEpoch(channel) + "\",\"offset\":1000}";
    redis().command("CLIENT", "PAUSE", PAUSE_MILLIS, "ALL");
    return "{\"type\":\"subscribe\",\"channel\":\"%s\",\"since\":{\"%s\":%s}}"
        .formatted(channel, channel, since);
  }

  @Test
  @DisplayName("is not given up for a pong that could not be read meanwhile")
  void pong() {
    try (Client client = Client.welcomed(base, Tokens.of("flo", "viewer"))) {
      client.send(ahead("inventory")).next("subscribed");
      client.send("{\"type\":\"ping\"}").next("pong");
    }
  }

  @Test
  @DisplayName("has what it sends meanwhile wait in its socket, and not in memory")
  void flood() {
    ByteBuffer frame = ByteBuffer.allocate(HEAD + FRAME);
    frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) FRAME).putInt(0);
    frame.put("{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
    while (frame.hasRemaining()) {
      frame.put((byte) ' ');
    }
    AtomicInteger sent = new AtomicInteger();
    try (SilentClient client = new SilentClient(base, Tokens.of("flo", "viewer"))) {
      client.send(ahead("products"));
      Thread.ofVirtual()
          .start(() -> {
            while (sent.get() < FRAMES) {
              client.trySendRaw(frame.array());
              sent.incrementAndGet();
            }
          });
      assertThat(client.closeCode()).isEqualTo(RATE);
      assertThat(sent).as("what fits into the sockets").hasValueLessThan(FRAMES / 2);
    }
  }
}
