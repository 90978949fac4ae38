package io.kucun.local.fleet;

import java.nio.charset.StandardCharsets;

/** One frame as it came from a gateway. */
record Frame(int opcode, byte[] payload) {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The code of a close frame. */
  int code() {
    return payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
  }
}
