package io.kucun.inventory.cache;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of the last keys, each in a place that the key gives. Bounded.
 * Thread-safe.
 */
final class Memo<K, V> {
  private final AtomicReferenceArray<@Nullable Made<K, V>> places;
  private final Function<K, V> make;

  private record Made<K, V>(K key, V value) {}

  /**
   * Remembers nothing yet.
   *
   * @param places how many are remembered at most; a power of two
   * @param make depends on the key alone
   */
  Memo(int places, Function<K, V> make) {
    this.places = new AtomicReferenceArray<>(places);
    this.make = make;
  }

  V get(K key) {
    int hash = key.hashCode();
    int place = (hash ^ hash >>> 16) & places.length() - 1;
    Made<K, V> last = places.getAcquire(place);
    if (last != null && last.key().equals(key)) {
      return last.value();
    }
    V fresh = make.apply(key);
    places.setRelease(place, new Made<>(key, fresh));
    return fresh;
  }
}
