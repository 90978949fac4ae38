package io.kucun.inventory.cache;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a read, ready for the socket.
 *
 * @param state whether there is a body
 * @param body the JSON; null unless {@link State#FOUND}
 * @param etag its entity tag, quoted
 * @param status the value of {@code Cache-Status} (RFC 9211)
 * @param position the value of {@code Kucun-Position}: the events that the body certainly contains
 */
public record CachedBody(
    State state, @Nullable Buffer body, String etag, String status, @Nullable String position) {

  /** What the reader gets. */
  public enum State {
    FOUND,
    /** The reader has it already. */
    NOT_MODIFIED,
    /** There is no such resource. */
    ABSENT
  }

  static CachedBody of(Loaded loaded, Known known, String status, @Nullable String position) {
    if (loaded.body() == null) {
      return new CachedBody(State.ABSENT, null, loaded.etag(), status, position);
    }
    return known.has(loaded.etag())
        ? new CachedBody(State.NOT_MODIFIED, null, loaded.etag(), status, position)
        : new CachedBody(State.FOUND, loaded.body(), loaded.etag(), status, position);
  }

  /** The headers that tell where the body comes from and which events it contains. */
  public Map<String, String> headers() {
    return position == null
        ? Map.of("Cache-Status", status)
        : Map.of("Cache-Status", status, "Kucun-Position", position);
  }
}
