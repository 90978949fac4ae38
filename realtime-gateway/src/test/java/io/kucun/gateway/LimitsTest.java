package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.fuzz.Frames;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LimitsTest.Small.class)
@DisplayName("A client that asks for too much")
class LimitsTest extends GatewayTest {

  /** Limits that a test can reach. */
  public static class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "WS_MAX_CONNECTIONS", "4",
          "WS_MAX_CONNECTIONS_PER_USER", "2",
          "WS_MAX_CONNECTIONS_PER_ADDRESS", "3",
          "TRUSTED_PROXIES", "127.0.0.0/8",
          "kucun.session.token-grace", "1S",
          "kucun.session.ping-every", "300MS",
          "kucun.session.pong-within", "3S");
    }
  }

  private static final byte[] NOTHING = {};

  @Inject LostPlace place;

  private final List<Client> open = new ArrayList<>();

  @AfterEach
  void leave() {
    open.forEach(Client::close);
  }

  private Client connect(String user) {
    Client client = Client.welcomed(base, Tokens.of(user, "admin"));
    open.add(client);
    return client;
  }

  private RawRequest.Answer refusedUpgrade(String user, String address) {
    return RawRequest.upgrade(base, "/ws")
        .bearer(Tokens.of(user, "admin"))
        .with("X-Forwarded-For", address)
        .send();
  }

  @Test
  @DisplayName("is refused more connections than a user, an address or the node may have")
  void connections() {
    connect("ann");
    Client second = connect("ann");
    RawRequest.Answer user = refusedUpgrade("ann", "203.0.113.9");
    assertThat(user.status()).isEqualTo(429);
    assertThat(user.hasCode("too_many_connections_of_user")).isTrue();
    assertThat(user.header("Retry-After")).isNotEmpty();
    RawRequest ticket =
        RawRequest.to(base, "POST /tickets")
            .with("Content-Length", "0")
            .bearer(Tokens.of("ann", "admin"));
    assertThat(ticket.send().hasCode("too_many_connections_of_user")).isTrue();

    connect("bob");
    RawRequest.Answer address = refusedUpgrade("cid", "198.51.100.1, 127.0.0.1");
    assertThat(address.status()).isIn(101, 429);
    Await.until(
        "the probe's socket is counted out",
        () -> refusedUpgrade("dan", "127.0.0.1").hasCode("too_many_connections_of_address"));

    second.close();
    Await.until(
        "a closed connection makes room",
        () -> refusedUpgrade("ann", "203.0.113.9").status() == 101);
  }

  @Test
  @DisplayName("or opens its socket so late that its place is another's, is told to come back")
  void late() {
    place.next();
    Client late = Client.withBearer(base, Tokens.of("lea", "admin"));
    open.add(late);
    assertThat(late.closeCode()).isEqualTo(4500);
    connect("lea");
    connect("lea");
    assertThat(refusedUpgrade("lea", "203.0.113.9").status()).isEqualTo(429);
  }

  @Test
  @DisplayName("is closed when it sends too much, too fast or not text")
  void frames() {
    assertThat(connect("eve").send("x".repeat(16_385)).closeCode()).isEqualTo(4413);
    assertThat(connect("eve").send("砖".repeat(6_000)).closeCode()).isEqualTo(4413);
    assertThat(connect("eve").send("x".repeat(200_000)).closeCode()).isEqualTo(4413);
    assertThat(connect("eve").sendBinary(new byte[] {1}).closeCode()).isEqualTo(4400);
    Client fast = connect("eve");
    for (int i = 0; i < 500 && !fast.isClosed(); i++) {
      fast.trySend("{\"type\":\"ping\"}");
    }
    assertThat(fast.closeCode()).isEqualTo(4429);
  }

  private static Frames sixty(Frames frames, int firstByte, byte[] payload) {
    for (int i = 0; i < 60; i++) {
      frames.frame(firstByte, payload);
    }
    return frames;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x89, 0x8a})
  @DisplayName("or only pings, or pongs unasked, is closed just the same")
  void pingFlood(int frame) {
    try (SilentClient client = new SilentClient(base, Tokens.of("kim", "admin"))) {
      client.sendRaw(sixty(new Frames(new Random(1)), frame, NOTHING).bytes());
      assertThat(client.closeCode()).isEqualTo(4429);
    }
  }

  @Test
  @DisplayName("but not for a message in many parts that bring something")
  void parts() {
    byte[] blank = ascii(" ".repeat(64));
    Frames message = sixty(new Frames(new Random(1)).frame(1, blank), 0, blank);
    message.frame(Frames.FIN, ascii("{\"type\":\"ping\"}"));
    try (SilentClient client = new SilentClient(base, Tokens.of("kim", "admin"))) {
      client.sendRaw(message.bytes());
      assertThat(client.readUntil("pong").code()).isZero();
    }
  }

  @Test
  @DisplayName("or goes on with a message without an end, is closed just the same")
  void endless() {
    Frames message = new Frames(new Random(1)).frame(1, ascii("{"));
    try (SilentClient client = new SilentClient(base, Tokens.of("kim", "admin"))) {
      client.sendRaw(sixty(message, 0, NOTHING).bytes());
      assertThat(client.closeCode()).isEqualTo(4429);
    }
  }

  @Test
  @DisplayName("or speaks no WebSocket at all, is closed without a line in the log")
  void brokenFrames() {
    byte unmasked = 0x02;
    byte unknownOpcode = (byte) 0x83;
    try (LogWatch log = new LogWatch("")) {
      for (byte[] broken :
          new byte[][] {
            {(byte) 0x81, unmasked, '{', '}'}, {unknownOpcode, (byte) 0x80, 0, 0, 0, 0}
          }) {
        try (SilentClient client = new SilentClient(base, Tokens.of("ivy", "admin"))) {
          client.sendRaw(broken);
          assertThat(client.closeCode()).isEqualTo(4400);
        }
      }
      assertThat(log.records()).noneMatch(r -> r.startsWith("WARN") || r.startsWith("ERROR"));
    }
  }

  @Test
  @DisplayName("gets no more than 64 channels, and is told which it did not get")
  void channels() {
    Client client = connect("fay");
    String names =
        IntStream.range(0, 66)
            .mapToObj(i -> "\"products:" + i + '"')
            .collect(Collectors.joining(","));
    client.send("{\"type\":\"subscribe\",\"channels\":[" + names + "]}");
    assertThat(client.next("subscribed"))
        .contains("\"products:64\":{\"error\":\"too_many_channels\"}")
        .contains("\"products:65\":{\"error\":\"too_many_channels\"}")
        .doesNotContain("\"products:63\":{\"error\"");
    client.send("{\"type\":\"unsubscribe\",\"channel\":\"products:0\"}").next("unsubscribed");
    client.send("{\"type\":\"subscribe\",\"channel\":\"products:64\"}");
    assertThat(client.next("subscribed")).doesNotContain("error");
  }

  @Test
  @DisplayName("gets no compression, whatever it offers")
  void compression() {
    RawRequest.Answer answer =
        RawRequest.upgrade(base, "/ws")
            .bearer(Tokens.of("lee", "admin"))
            .with("X-Forwarded-For", "203.0.113.77")
            .with("Sec-WebSocket-Extensions", "permessage-deflate")
            .send();
    assertThat(answer.status()).isEqualTo(101);
    assertThat(answer.headers()).doesNotContainKey("sec-websocket-extensions");
  }

  @Test
  @DisplayName("is closed when it no longer answers a ping, and only then")
  void pings() {
    Client answering = connect("gil");
    try (SilentClient silent = new SilentClient(base, Tokens.of("hal", "admin"))) {
      assertThat(silent.closeCode()).isEqualTo(4412);
    }
    assertThat(answering.isClosed()).isFalse();
    answering.nothingElse();
  }

  @Test
  @DisplayName("is warned that its token expires, and closed when it brings no other")
  void expires() {
    try (Client client = Client.welcomed(base, Tokens.of("jo", Duration.ofSeconds(2), "viewer"))) {
      client.next("auth_expiring");
      assertThat(client.closeCode()).isEqualTo(4401);
    }
  }
}
