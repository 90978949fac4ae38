package io.kucun.gateway.session.entry;

import io.kucun.gateway.access.Identity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Users that were disconnected: tokens issued to them until then are no longer taken, however long
 * they would be valid. Bounded: when there are too many, everybody's tokens from before the oldest
 * are refused in its place. Safe for any thread.
 */
public final class Revocations {

  private final int most;
  private final Supplier<Instant> clock;
  private final Map<String, Instant> bySubject = new LinkedHashMap<>();
  private Instant forAll = Instant.MIN;

  public Revocations(int most, Supplier<Instant> clock) {
    this.most = most;
    this.clock = clock;
  }

  /** From now on this user needs a token that was issued later. */
  public synchronized void revoke(String subject) {
    bySubject.remove(subject);
    bySubject.put(subject, clock.get());
    if (bySubject.size() > most) {
      Map.Entry<String, Instant> oldest = bySubject.entrySet().iterator().next();
      forAll = oldest.getValue();
      bySubject.remove(oldest.getKey());
    }
  }

  /** Whether the token behind this identity is no longer taken. Issue is told in whole seconds. */
  public synchronized boolean cover(Identity identity) {
    Instant since = bySubject.getOrDefault(identity.subject(), forAll);
    return !identity.issuedAt().isAfter(since);
  }

  public synchronized int count() {
    return bySubject.size();
  }
}
