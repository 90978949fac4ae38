package io.kucun.inventory.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The form of an entry in Redis: a JSON object that can be cut without parsing, {@code
 * {"s":"<stamp>","x":<expiry>,"e":"<entity tag>","b":<body>}}, for people with redis-cli.
 */
final class Entry {
  private static final int STAMP_AT = 6;
  private static final int STAMP_LENGTH = 32;
  private static final int EXPIRY_AT = STAMP_AT + STAMP_LENGTH + 6;
  private static final int EXPIRY_LENGTH = 13;
  private static final int ETAG_AT = EXPIRY_AT + EXPIRY_LENGTH + 6;
  private static final int BODY_AFTER_ETAG = 6;

  private Entry() {}

  /** What a hit needs. */
  record Cut(String etag, long expiresAt, byte[] body) {}

  /**
   * Writes an entry.
   *
   * @param etag quoted
   * @param expiresAt epoch milliseconds
   */
  static byte[] write(String stamp, long expiresAt, String etag, byte[] body) {
    byte[] head =
        ("{\"s\":\"" + stamp + "\",\"x\":" + expiresAt + ",\"e\":" + etag + ",\"b\":")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] entry = Arrays.copyOf(head, head.length + body.length + 1);
    System.arraycopy(body, 0, entry, head.length, body.length);
    entry[entry.length - 1] = '}';
    return entry;
  }

  /** Cuts the body out, or answers null if the entry is not one of ours or has another stamp. */
  static @Nullable Cut cut(byte[] entry, String stamp) {
    if (entry.length < ETAG_AT + BODY_AFTER_ETAG
        || !stamp.equals(text(entry, STAMP_AT, STAMP_LENGTH))) {
      return null;
    }
    int end = ETAG_AT;
    while (end < entry.length && entry[end] != '"') {
      end++;
    }
    int body = end + BODY_AFTER_ETAG;
    if (body >= entry.length) {
      return null;
    }
    return new Cut(
        '"' + text(entry, ETAG_AT, end - ETAG_AT) + '"',
        Long.parseLong(text(entry, EXPIRY_AT, EXPIRY_LENGTH)),
        Arrays.copyOfRange(entry, body, entry.length - 1));
  }

  private static String text(byte[] entry, int from, int length) {
    return new String(entry, from, length, StandardCharsets.US_ASCII);
  }
}
