package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.client.Json;
import io.kucun.local.servers.ChildProcess;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
  @DisplayName("sets the position to its last message and publishes each")
  void commands() {
    String commands = text(new Burst(TARGET, 2).from(Form.FIRST + 41, 1_777_883_400_999L));
    String length = Integer.toString(Form.LENGTH);
    assertThat(commands)
        .startsWith("*3\r\n$3\r\nSET\r\n$18\r\nnode:pos:inventory\r\n$16\r\nbench:1000000042\r\n")
        .contains(
            "*3\r\n$7\r\nPUBLISH\r\n$21\r\nnode:events:inventory\r\n$"
                + length
                + "\r\n{\"channel\"")
        .endsWith("}\r\n");
    assertThat(commands.split("PUBLISH", -1)).hasSize(3);
    assertThat(commands).contains("\"ts\":1777883400999,\"offset\":1000000041,");
    assertThat(commands).contains("\"ts\":1777883400999,\"offset\":1000000042,");
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
