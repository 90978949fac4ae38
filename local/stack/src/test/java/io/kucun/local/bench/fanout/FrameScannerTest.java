package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The scanner of frames")
class FrameScannerTest {
  private final FrameScanner frames = new FrameScanner();

  private static ByteBuffer text(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + 10).put((byte) 0x81);
    if (bytes.length < 126) {
      frame.put((byte) bytes.length);
    } else if (bytes.length < 1 << 16) {
      frame.put((byte) 126).putShort((short) bytes.length);
    } else {
      frame.put((byte) 127).putLong(bytes.length);
    }
    return frame.put(bytes).flip();
  }

  private String payload(ByteBuffer in) {
    byte[] bytes = new byte[frames.length()];
    in.get(frames.payloadAt(), bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
  @DisplayName("finds a frame with each form of a length, and the one behind it")
  void lengths(int length) {
    ByteBuffer first = text("x".repeat(length));
    ByteBuffer in = ByteBuffer.allocate(length + 100).put(first).put(text("next")).flip();
    assertThat(frames.next(in)).isTrue();
    assertThat(payload(in)).isEqualTo("x".repeat(length));
    assertThat(frames.next(in)).isTrue();
    assertThat(payload(in)).isEqualTo("next");
    assertThat(frames.opcode()).isEqualTo(FrameScanner.TEXT);
    assertThat(frames.next(in)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 200, 70_000})
  @DisplayName("waits for the rest of a frame, wherever it is cut")
  void pieces(int length) {
    ByteBuffer whole = text("y".repeat(length));
    for (int cut = 0; cut < whole.limit(); cut += cut < 12 ? 1 : length / 3) {
      ByteBuffer piece = whole.duplicate().limit(cut);
      assertThat(frames.next(piece)).as("cut at %s", cut).isFalse();
      assertThat(piece.position()).isZero();
    }
    assertThat(frames.next(whole)).isTrue();
  }

  @Test
  @DisplayName("tells pings and closes")
  void control() {
    ByteBuffer in = ByteBuffer.wrap(new byte[] {(byte) 0x89, 1, 7, (byte) 0x88, 2, 3, (byte) 0xe8});
    assertThat(frames.next(in)).isTrue();
    assertThat(frames.opcode()).isEqualTo(FrameScanner.PING);
    assertThat(ClientFrames.pong(in, frames.payloadAt(), frames.length()).array())
        .containsExactly(0x8a, 0x81, 0, 0, 0, 0, 7);
    assertThat(frames.next(in)).isTrue();
    assertThat(frames.opcode()).isEqualTo(FrameScanner.CLOSE);
  }
}
