package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.client.Json;
import io.kucun.local.servers.ChildProcess;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A burst")
class BurstTest {
  private static final Target TARGET =
      new Target(Competitor.NODE, 1, 0, new ChildProcess(1, Instant.EPOCH, "node"), List.of());

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  @Test
  @DisplayName("logs each message, sets the position to it and publishes it, all in one step")
  void commands() {
    assertThat(commands(text(new Burst(TARGET, 2).from(Form.FIRST + 41, 1_777_883_400_999L))))
        .containsExactly(
            List.of("MULTI"),
            log("1000000041"),
            List.of("SET", "node:pos:inventory", "bench:1000000041"),
            List.of("PUBLISH", "node:events:inventory", event("1000000041")),
            log("1000000042"),
            List.of("SET", "node:pos:inventory", "bench:1000000042"),
            List.of("PUBLISH", "node:events:inventory", event("1000000042")),
            List.of("EXEC"));
  }

  /** The words of each, as Redis reads them. */
  private static List<List<String>> commands(String text) {
    List<List<String>> commands = new ArrayList<>();
    Iterator<String> lines = List.of(text.split("\r\n", -1)).iterator();
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      assertThat(line).startsWith("*");
      List<String> words = new ArrayList<>();
      for (int left = Integer.parseInt(line.substring(1)); left > 0; left--) {
        String length = lines.next();
        words.add(lines.next());
        assertThat(length).isEqualTo("$" + words.getLast().length());
      }
      commands.add(words);
    }
    return commands;
  }

  private static List<String> log(String offset) {
    String id = offset + "-0";
    return List.of("XADD", "node:log:inventory", "MAXLEN", "~", "10000", id, "e", event(offset));
  }

  private static String event(String offset) {
    return Form.TEXT
        .replace("\"ts\":1777883400123", "\"ts\":1777883400999")
        .replace("\"offset\":1000000000", "\"offset\":" + offset);
  }

  @Test
  @DisplayName("has messages of one length that are JSON, and whose offset is found")
  void form() {
    byte[] message = Form.TEXT.getBytes(StandardCharsets.US_ASCII);
    Digits.write(message, Form.OFFSET_AT, Form.OFFSET_DIGITS, 1_234_567_890);
    assertThat(message).hasSize(Form.LENGTH);
    assertThat(Json.parse(text(message)).path("offset").asLong()).isEqualTo(1_234_567_890);
    ByteBuffer buffer = ByteBuffer.wrap(message);
    assertThat(Form.isMessage(buffer, 0, Form.LENGTH)).isTrue();
    assertThat(Form.isMessage(buffer, 0, Form.LENGTH - 1)).isFalse();
    assertThat(Form.offset(buffer, 0)).isEqualTo(1_234_567_890);
    message[2] = 't';
    assertThat(Form.isMessage(buffer, 0, Form.LENGTH)).isFalse();
  }

  @Test
  @DisplayName("keeps to its load: so many at once, so often")
  void load() {
    Load load = new Load(1_000, 50, 20);
    assertThat(load.intervalNanos()).isEqualTo(400_000_000);
    assertThat(load.bursts(Duration.ofSeconds(4))).isEqualTo(10);
    assertThat(load.bursts(Duration.ofMillis(1))).isOne();
  }
}
