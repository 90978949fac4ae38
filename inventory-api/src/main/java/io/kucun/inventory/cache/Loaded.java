package io.kucun.inventory.cache;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a read of the database found: a body with its entity tag, or that there is nothing.
 *
 * @param body the JSON; null if there is no such resource
 * @param etag its entity tag, quoted
 */
public record Loaded(@Nullable Buffer body, String etag) {
  private static final Loaded ABSENT = new Loaded(null, "\"\"");

  /** A resource of this version. */
  public static Loaded of(byte[] body, long version) {
    return new Loaded(Buffer.buffer(body), "\"" + version + "\"");
  }

  /** A list or a summary: its entity tag is a hash of its bytes. */
  public static Loaded of(byte[] body) {
    return new Loaded(Buffer.buffer(body), '"' + Hash.of(body) + '"');
  }

  /** There is no such resource; that is kept for a short time, until a write makes one. */
  public static Loaded absent() {
    return ABSENT;
  }
}
