package io.kucun.local.bench.fanout;

import java.nio.ByteBuffer;

/** Finds the frames of a server in what a socket brought (RFC 6455, 5.2: they are not masked). */
final class FrameScanner {
  static final int TEXT = 0x1;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;

  private static final int OPCODE = 0x0f;
  private static final int SHORT = 126;
  private static final int LONG = 127;

  private int opcode;
  private int payloadAt;
  private int length;

  /** Steps over the next frame; false, and nothing moved, if it is not whole. */
  boolean next(ByteBuffer in) {
    int at = in.position();
    int there = in.remaining();
    if (there < 2) {
      return false;
    }
    int size = in.get(at + 1) & 0x7f;
    int header = size < SHORT ? 2 : size == SHORT ? 4 : 10;
    if (there < header) {
      return false;
    }
    if (size == SHORT) {
      size = in.getShort(at + 2) & 0xffff;
    } else if (size == LONG) {
      size = Math.toIntExact(in.getLong(at + 2));
    }
    if (there - header < size) {
      return false;
    }
    opcode = in.get(at) & OPCODE;
    payloadAt = at + header;
    length = size;
    in.position(payloadAt + size);
    return true;
  }

  int opcode() {
    return opcode;
  }

  /** Where the payload of the last frame begins in the buffer. */
  int payloadAt() {
    return payloadAt;
  }

  int length() {
    return length;
  }
}
