package io.kucun.gateway.session;

import io.kucun.gateway.access.Identity;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Whom a session stands for, and how long: until its token expires, and a while longer in which
 * nothing new may be asked for. Times in milliseconds of the epoch. Safe for any thread.
 */
final class Term {

  enum Due {
    NOTHING,
    WARNING,
    END
  }

  /** The most and, as its half, the least that a warning comes before the expiry. */
  private static final long LEAD = 120_000;

  private final long grace;
  private final LongSupplier clock;
  private final RandomGenerator random;
  private Identity identity;
  private long warnAt;

  /**
   * Begins with a first token.
   *
   * @param grace how long after the expiry the client may still come with a new one
   */
  Term(Identity identity, long grace, LongSupplier clock, RandomGenerator random) {
    this.grace = grace;
    this.clock = clock;
    this.random = random;
    this.identity = identity;
    this.warnAt = warning(identity);
  }

  /**
   * Tokens that expire together are renewed one after the other. One that is short-lived is not
   * warned of at once, or its client would renew without end.
   */
  private long warning(Identity of) {
    long expiry = of.expiresAt().toEpochMilli();
    long most = Math.clamp(expiry - clock.getAsLong(), 0, LEAD);
    return expiry - most / 2 - random.nextLong(most / 2 + 1);
  }

  synchronized Identity identity() {
    return identity;
  }

  synchronized void renew(Identity renewed) {
    identity = renewed;
    warnAt = warning(renewed);
  }

  /** Whether the token has expired, so that nothing new may be asked for with it. */
  synchronized boolean isExpired() {
    return clock.getAsLong() >= identity.expiresAt().toEpochMilli();
  }

  /** What is due now; a warning once for each token. */
  synchronized Due due() {
    long now = clock.getAsLong();
    if (now >= identity.expiresAt().toEpochMilli() + grace) {
      return Due.END;
    }
    if (now < warnAt) {
      return Due.NOTHING;
    }
    warnAt = Long.MAX_VALUE;
    return Due.WARNING;
  }
}
