package io.kucun.local.bench.fanout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Commands to Redis that leave in one write: where a channel will stand, and the messages up to
 * there.
 */
final class Burst {
  private final byte[] bytes;
  private final int positionAt;
  private final int[] messagesAt;

  /** Of so many messages, all with the first offset. */
  Burst(Target target, int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String position = Form.EPOCH + ":" + Form.FIRST;
    write(out, "SET", Target.positionKey(target.who()), position.getBytes(StandardCharsets.UTF_8));
    positionAt = out.size() - 2 - Form.OFFSET_DIGITS;
    messagesAt = new int[size];
    for (int i = 0; i < size; i++) {
      write(out, "PUBLISH", target.redisChannel(), Form.bytes());
      messagesAt[i] = out.size() - 2 - Form.LENGTH;
    }
    bytes = out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String name, String key, byte[] value) {
    String head =
        "*3\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n$%d\r\n"
            .formatted(name.length(), name, key.length(), key, value.length);
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(value);
    out.writeBytes(new byte[] {'\r', '\n'});
  }

  int size() {
    return messagesAt.length;
  }

  /** The bytes for messages from this offset on. They are good until the next call. */
  byte[] from(long offset, long millis) {
    Digits.write(bytes, positionAt, Form.OFFSET_DIGITS, offset + messagesAt.length - 1);
    for (int i = 0; i < messagesAt.length; i++) {
      Digits.write(bytes, messagesAt[i] + Form.OFFSET_AT, Form.OFFSET_DIGITS, offset + i);
      Digits.write(bytes, messagesAt[i] + Form.TIME_AT, Form.TIME_DIGITS, millis);
    }
    return bytes;
  }
}
