package io.kucun.inventory.cache;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body ready for the socket.
 *
 * @param bytes the JSON
 * @param etag its entity tag, quoted
 * @param status the value of {@code Cache-Status} (RFC 9211)
 * @param position the value of {@code Kucun-Position}: the events that the body certainly contains
 */
public record CachedBody(byte[] bytes, String etag, String status, @Nullable String position) {

  /** The headers that tell where the body comes from and which events it contains. */
  public Map<String, String> headers() {
    return position == null
        ? Map.of("Cache-Status", status)
        : Map.of("Cache-Status", status, "Kucun-Position", position);
  }

  /** A body as loaded, with the version of its resource where it has one. */
  public record Loaded(byte[] bytes, @Nullable Long version) {
    String etag() {
      return '"' + (version == null ? CacheKey.hash(bytes) : version.toString()) + '"';
    }
  }
}
