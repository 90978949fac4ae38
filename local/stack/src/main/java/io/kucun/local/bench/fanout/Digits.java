package io.kucun.local.bench.fanout;

import java.nio.ByteBuffer;

/** Decimal numbers of a fixed length, in place. */
final class Digits {
  private static final int TEN = 10;

  private Digits() {}

  /** Writes so many digits, with zeros in front. */
  static void write(byte[] target, int at, int length, long value) {
    long rest = value;
    for (int i = at + length - 1; i >= at; i--) {
      target[i] = (byte) ('0' + rest % TEN);
      rest /= TEN;
    }
  }

  /** Reads so many digits. */
  static long read(ByteBuffer source, int at, int length) {
    long value = 0;
    for (int i = at; i < at + length; i++) {
      value = value * TEN + source.get(i) - '0';
    }
    return value;
  }
}
