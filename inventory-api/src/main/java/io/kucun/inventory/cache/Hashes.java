package io.kucun.inventory.cache;

import java.nio.charset.StandardCharsets;

/**
 * Hashes of texts of which some come again and again: the last ones are remembered, in a place that
 * the text gives. Bounded. Thread-safe.
 */
final class Hashes {
  private static final int PLACES = 1 << 10;
  private static final int LONGEST = 512;

  private final Memo<String, String> remembered = new Memo<>(PLACES, Hashes::compute);

  /** The hash of the text's bytes in UTF-8. */
  String of(String text) {
    return text.length() > LONGEST ? compute(text) : remembered.get(text);
  }

  private static String compute(String text) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
