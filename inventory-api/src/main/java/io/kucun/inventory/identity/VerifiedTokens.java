package io.kucun.inventory.identity;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Verified tokens with what was found out about their bearers. The oldest go first when there are
 * too many. Thread-safe.
 *
 * @param <V> what is known of a bearer
 */
final class VerifiedTokens<V> {
  private final int most;
  private final LongSupplier seconds;
  private final ConcurrentMap<String, Kept<V>> kept = new ConcurrentHashMap<>();
  private final Queue<String> oldestFirst = new ConcurrentLinkedQueue<>();
  private final AtomicLong revocations = new AtomicLong();

  private record Kept<V>(String subject, long expiresAt, V value) {}

  /**
   * Starts with none.
   *
   * @param most how many are kept
   * @param seconds the clock that expiry is told by, in epoch seconds
   */
  VerifiedTokens(int most, LongSupplier seconds) {
    this.most = most;
    this.seconds = seconds;
  }

  /** What is known of the bearer; null for a token that is not known, or no longer valid. */
  @Nullable V get(String token) {
    Kept<V> found = kept.get(token);
    if (found == null) {
      return null;
    }
    if (seconds.getAsLong() < found.expiresAt()) {
      return found.value();
    }
    kept.remove(token, found);
    return null;
  }

  /** To be taken before a verification begins, and given to {@link #put} after it. */
  long revocations() {
    return revocations.get();
  }

  /**
   * Keeps a token that has been verified, unless somebody was revoked meanwhile.
   *
   * @param before {@link #revocations} as of before the verification
   * @param expiresAt epoch seconds
   */
  void put(String token, String subject, long expiresAt, V value, long before) {
    if (kept.putIfAbsent(token, new Kept<>(subject, expiresAt, value)) == null) {
      oldestFirst.add(token);
    }
    if (revocations.get() != before) {
      kept.remove(token);
    }
    while (kept.size() > most || oldestFirst.size() > 2L * most) {
      String oldest = oldestFirst.poll();
      if (oldest == null) {
        return;
      }
      kept.remove(oldest);
    }
  }

  /** Forgets all tokens of a subject. */
  void revoke(String subject) {
    revocations.incrementAndGet();
    kept.values().removeIf(one -> one.subject().equals(subject));
  }

  /** Forgets everything. */
  void clear() {
    revocations.incrementAndGet();
    kept.clear();
  }

  int size() {
    return kept.size();
  }
}
