package io.kucun.gateway.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Writes frames of a client, right or wrong. */
public final class Frames {

  /** The bit of the last frame of a message. */
  public static final int FIN = 0x80;

  private static final int MASKED = 0x80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Random random;

  public Frames(Random random) {
    this.random = random;
  }

  /** A masked frame. */
  public Frames frame(int firstByte, byte[] payload) {
    byte[] mask = new byte[4];
    random.nextBytes(mask);
    bytes.write(firstByte);
    length(MASKED, payload.length);
    bytes.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) {
      bytes.write(payload[i] ^ mask[i % 4]);
    }
    return this;
  }

  Frames unmasked(int firstByte, byte[] payload) {
    bytes.write(firstByte);
    length(0, payload.length);
    bytes.writeBytes(payload);
    return this;
  }

  private void length(int masked, int length) {
    if (length < 126) {
      bytes.write(masked | length);
    } else if (length < 1 << 16) {
      bytes.write(masked | 126);
      bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
    } else {
      bytes.write(masked | 127);
      bytes.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
    }
  }

  /** What announces a frame of this length, and some of it. */
  Frames header(int firstByte, long length) {
    bytes.write(firstByte);
    bytes.write(MASKED | 127);
    bytes.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
    bytes.writeBytes(new byte[100]);
    return this;
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
