package io.kucun.inventory.cache;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of texts of which some come again and again: the last ones are remembered, in a place that
 * the text gives. Bounded. Thread-safe.
 */
final class Hashes {
  private static final int PLACES = 1 << 10;
  private static final int LONGEST = 512;

  private final AtomicReferenceArray<@Nullable Hashed> places = new AtomicReferenceArray<>(PLACES);

  private record Hashed(String text, String hash) {}

  /** The hash of the text's bytes in UTF-8. */
  String of(String text) {
    if (text.length() > LONGEST) {
      return compute(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Hashed last = places.getAcquire(place);
    if (last != null && last.text().equals(text)) {
      return last.hash();
    }
    String fresh = compute(text);
    places.setRelease(place, new Hashed(text, fresh));
    return fresh;
  }

  private static String compute(String text) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
