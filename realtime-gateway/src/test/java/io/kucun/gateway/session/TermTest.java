package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.access.Identity;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A token's term")
class TermTest {

  private static final int TOKENS = 1_000;
  private static final int BUCKETS = 12;
  private static final int BUCKET_MILLIS = 5_000;

  private final AtomicLong now = new AtomicLong(1_000_000);

  private static Identity until(long millis) {
    return new Identity("sub-ann", "ann", Set.of(), Instant.EPOCH, Instant.ofEpochMilli(millis));
  }

  private Term term(long lifetime, Random random) {
    return new Term(until(now.get() + lifetime), 25_000, now::get, random);
  }

  private Term.Due at(Term term, long millis) {
    now.set(millis);
    return term.due();
  }

  @Test
  @DisplayName(
      "that ends with a thousand others is warned of in a second of its own: 120 to 60 s before")
  void spread() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long expiry = now.get() + 300_000;
    int[] warned = new int[BUCKETS];
    for (int i = 0; i < TOKENS; i++) {
      warned[bucket(warningOf(term(300_000, random), expiry), expiry)]++;
      now.set(1_000_000);
    }
    // 83 expected in each; 11 standard deviations off would be no chance.
    assertThat(warned)
        .as("seed " + seed)
        .satisfies(counts -> {
          for (int count : counts) {
            assertThat(count).isBetween(10, 180);
          }
        });
  }

  private static int bucket(long warnedAt, long expiry) {
    return Math.toIntExact(Math.min(BUCKETS - 1, (warnedAt - (expiry - 120_000)) / BUCKET_MILLIS));
  }

  /** The first second at which a warning is due. */
  private long warningOf(Term term, long expiry) {
    assertThat(at(term, expiry - 120_001)).isEqualTo(Term.Due.NOTHING);
    for (long time = expiry - 120_000; time <= expiry - 60_000; time += 100) {
      if (at(term, time) == Term.Due.WARNING) {
        return time;
      }
    }
    throw new AssertionError("no warning 60 s before the expiry");
  }

  @Test
  @DisplayName("is over 25 s after the expiry, is warned of once, and begins anew with a renewal")
  void grace() {
    Term term = term(300_000, new Random(1));
    long expiry = now.get() + 300_000;
    assertThat(at(term, expiry - 60_000)).isEqualTo(Term.Due.WARNING);
    assertThat(at(term, expiry - 1)).isEqualTo(Term.Due.NOTHING);
    assertThat(term.isExpired()).isFalse();
    assertThat(at(term, expiry)).isEqualTo(Term.Due.NOTHING);
    assertThat(term.isExpired()).isTrue();
    assertThat(at(term, expiry + 24_999)).isEqualTo(Term.Due.NOTHING);
    term.renew(until(expiry + 300_000));
    assertThat(term.isExpired()).isFalse();
    assertThat(at(term, expiry + 25_000)).isEqualTo(Term.Due.NOTHING);
    assertThat(at(term, expiry + 240_000)).isEqualTo(Term.Due.WARNING);
    assertThat(at(term, expiry + 324_999)).isEqualTo(Term.Due.NOTHING);
    assertThat(at(term, expiry + 325_000)).isEqualTo(Term.Due.END);
  }

  @Test
  @DisplayName("that is short is not warned of as soon as it begins, again and again")
  void shortLived() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int atOnce = 0;
    for (int i = 0; i < TOKENS; i++) {
      Term term = term(30_000, random);
      atOnce += term.due() == Term.Due.WARNING ? 1 : 0;
      assertThat(at(term, now.get() + 15_000)).as("seed " + seed).isNotEqualTo(Term.Due.END);
    }
    assertThat(atOnce).as("seed " + seed).isLessThan(TOKENS / 10);
    assertThat(term(-1_000, random).due()).isEqualTo(Term.Due.WARNING);
  }
}
