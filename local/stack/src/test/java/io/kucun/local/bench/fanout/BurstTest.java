package io.kucun.local.bench.fanout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.client.Json;
import io.kucun.local.servers.ChildProcess;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    String commands = text(new Burst(TARGET, 2).from(Form.FIRST + 41, 1_777_883_400_999L));
    assertThat(commands.split("\\*\\d\r\n", -1))
        .satisfiesExactly(
            nothing -> assertThat(nothing).isEmpty(),
            first -> assertThat(first).isEqualTo("$5\r\nMULTI\r\n"),
            log -> assertThat(log).startsWith(words("XADD", "node:log:inventory")),
            set -> assertThat(set).isEqualTo(position("1000000041")),
            out -> assertThat(out).startsWith(words("PUBLISH", "node:events:inventory")),
            log -> assertThat(log).contains(words("1000000042-0", "e") + event("1000000042")),
            set -> assertThat(set).isEqualTo(position("1000000042")),
            out -> assertThat(out).endsWith(event("1000000042")),
            last -> assertThat(last).isEqualTo("$4\r\nEXEC\r\n"));
  }

  private static String words(String... words) {
    return Stream.of(words)
        .map(it -> "$%d\r\n%s\r\n".formatted(it.length(), it))
        .collect(joining());
  }

  private static String position(String offset) {
    return words("SET", "node:pos:inventory", "bench:" + offset);
  }

  private static String event(String offset) {
    return words(
        text(Form.bytes())
            .replace("\"ts\":1777883400123", "\"ts\":1777883400999")
            .replace("\"offset\":1000000000", "\"offset\":" + offset));
  }

  @Test
  @DisplayName("has messages of one length that are JSON, and whose offset is found")
  void form() {
    byte[] message = Form.bytes();
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
