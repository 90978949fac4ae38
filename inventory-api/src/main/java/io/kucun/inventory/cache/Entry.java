package io.kucun.inventory.cache;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The form of an entry in Redis: a JSON object that can be cut without parsing, {@code
 * {"s":"<stamp>","x":<expiry>,"e":"<entity tag>","b":<body>}}, for people with redis-cli. A body of
 * {@code null} says that there is no such resource.
 */
final class Entry {
  /**
   * The first bytes, which have everything but the body: an entity tag has at most 34 characters.
   */
  static final int HEAD = 112;

  /** Where the stamp begins. */
  static final int STAMP_AT = 6;

  private static final int EXPIRY_AT = STAMP_AT + Hash.LENGTH + 6;
  private static final int EXPIRY_LENGTH = 13;
  private static final int ETAG_AT = EXPIRY_AT + EXPIRY_LENGTH + 5;
  private static final int BODY_AFTER_ETAG = 5;
  private static final Buffer NONE = Buffer.buffer("null");

  private Entry() {}

  /**
   * What an entry says.
   *
   * @param expiresAt epoch milliseconds
   * @param body null if only the head was read, or there is no such resource
   */
  record Cut(String etag, long expiresAt, @Nullable Buffer body) {
    Loaded loaded() {
      return new Loaded(body, etag);
    }

    /** The same with another copy of its body. */
    Cut of(Buffer sameBody) {
      return new Cut(etag, expiresAt, sameBody);
    }

    boolean isAbsent() {
      return etag.equals(Loaded.absent().etag());
    }
  }

  /**
   * Writes an entry.
   *
   * @param expiresAt epoch milliseconds
   */
  static Buffer write(String stamp, long expiresAt, Loaded loaded) {
    Buffer body = loaded.body() == null ? NONE : loaded.body();
    return Buffer.buffer(HEAD + body.length())
        .appendString("{\"s\":\"" + stamp + "\",\"x\":" + expiresAt)
        .appendString(",\"e\":" + loaded.etag() + ",\"b\":")
        .appendBuffer(body)
        .appendString("}");
  }

  /**
   * Cuts an entry, or the head of one, without copying; null if it has another stamp or is none of
   * ours.
   */
  static @Nullable Cut cut(Buffer entry, String stamp) {
    if (!isStamped(entry, stamp)) {
      return null;
    }
    int end = ETAG_AT + 1;
    while (end < entry.length() && entry.getByte(end) != '"') {
      end++;
    }
    int body = end + 1 + BODY_AFTER_ETAG;
    if (body >= entry.length()) {
      return null;
    }
    String etag = text(entry, ETAG_AT, end + 1);
    long expiresAt = Long.parseLong(text(entry, EXPIRY_AT, EXPIRY_AT + EXPIRY_LENGTH));
    Cut cut = new Cut(etag, expiresAt, entry.slice(body, entry.length() - 1));
    return cut.isAbsent() ? new Cut(etag, expiresAt, null) : cut;
  }

  private static boolean isStamped(Buffer entry, String stamp) {
    if (entry.length() <= ETAG_AT) {
      return false;
    }
    for (int i = 0; i < stamp.length(); i++) {
      if (entry.getByte(STAMP_AT + i) != stamp.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String text(Buffer entry, int from, int to) {
    return entry.getString(from, to, StandardCharsets.US_ASCII.name());
  }
}
