package io.kucun.local.bench.fanout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client sends. The mask is of zeros, which leaves a payload as it is. */
final class ClientFrames {
  private static final int MASK_LENGTH = 4;
  private static final int MASKED = 0x80;
  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final byte FINAL_CLOSE = (byte) 0x88;
  private static final byte FINAL_PONG = (byte) 0x8a;
  private static final int MOST = 125;
  private static final byte[] NORMAL_CLOSURE = {0x03, (byte) 0xe8};

  private ClientFrames() {}

  /** Asks for a channel in the plain form, which the replaced server understands as well. */
  static ByteBuffer subscribe() {
    String command = "{\"type\":\"subscribe\",\"channel\":\"" + Form.CHANNEL + "\"}";
    return frame(FINAL_TEXT, command.getBytes(StandardCharsets.US_ASCII));
  }

  static ByteBuffer close() {
    return frame(FINAL_CLOSE, NORMAL_CLOSURE);
  }

  /** The answer to a ping with this payload. */
  static ByteBuffer pong(ByteBuffer in, int at, int length) {
    byte[] payload = new byte[length];
    in.get(at, payload);
    return frame(FINAL_PONG, payload);
  }

  private static ByteBuffer frame(byte first, byte[] payload) {
    if (payload.length > MOST) {
      throw new IllegalArgumentException("a payload of " + payload.length + " bytes");
    }
    return ByteBuffer.allocate(2 + MASK_LENGTH + payload.length)
        .put(first)
        .put((byte) (MASKED | payload.length))
        .putInt(0)
        .put(payload)
        .flip();
  }
}
