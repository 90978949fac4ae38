package io.kucun.inventory.write;

import jakarta.persistence.Tuple;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer that was given to a request with a key.
 *
 * @param fingerprint of that request
 * @param tags what the write made stale
 * @param expired whether it has been kept for as long as answers are
 */
record KeptAnswer(String fingerprint, Rendered answer, Set<String> tags, boolean expired) {

  /** The columns that {@link #of} reads. */
  static final String COLUMNS =
      "fingerprint, status, location, etag, body, array_to_string(tags, ' ') AS tags, "
          + KeyStore.EXPIRED
          + " AS expired";

  static KeptAnswer of(Tuple row) {
    String tags = row.get("tags", String.class);
    return new KeptAnswer(
        row.get("fingerprint", String.class),
        new Rendered(
            row.get("status", Integer.class), text(row, "location"), text(row, "etag"), bytes(row)),
        tags.isEmpty() ? Set.of() : Set.of(tags.split(" ")),
        row.get("expired", Boolean.class));
  }

  private static @Nullable String text(Tuple row, String column) {
    return row.get(column, String.class);
  }

  private static byte @Nullable [] bytes(Tuple row) {
    return row.get("body", byte[].class);
  }
}
