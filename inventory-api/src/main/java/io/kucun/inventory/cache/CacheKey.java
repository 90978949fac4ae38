package io.kucun.inventory.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a cached read.
 *
 * @param space the namespace of the entry, such as {@code products:list}
 * @param id what tells entries of a namespace apart
 * @param ttl how long an entry may live, before jitter
 * @param tags what a write must touch to make the entry stale, besides the namespace itself
 */
public record CacheKey(String space, String id, Duration ttl, List<String> tags) {
  private static final int HASH_BYTES = 16;

  /** A read of one entity. */
  public static CacheKey of(String space, Object id, Duration ttl, String... tags) {
    return new CacheKey(space, id.toString(), ttl, List.of(tags));
  }

  /** A read that depends on a canonical query: its id is 128 bits of the query's hash. */
  public static CacheKey ofQuery(String space, String query, Duration ttl, String... tags) {
    return new CacheKey(space, hash(query.getBytes(StandardCharsets.UTF_8)), ttl, List.of(tags));
  }

  String name() {
    return space + ":" + id;
  }

  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
