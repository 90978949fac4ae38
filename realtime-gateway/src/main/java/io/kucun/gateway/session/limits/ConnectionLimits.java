package io.kucun.gateway.session.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts connections by node, user and address. A lease is taken at the handshake and becomes open
 * with the socket; one whose client went away in between is released after a while. Safe for any
 * thread.
 */
public final class ConnectionLimits {

  private final int perNode;
  private final int perUser;
  private final int perAddress;
  private final long pendingNanos;
  private final LongSupplier nanoClock;
  private final Map<String, Integer> byUser = new HashMap<>();
  private final Map<String, Integer> byAddress = new HashMap<>();
  private final Deque<Lease> pending = new ArrayDeque<>();
  private int total;

  public ConnectionLimits(
      int perNode, int perUser, int perAddress, Duration pending, LongSupplier nanoClock) {
    this.perNode = perNode;
    this.perUser = perUser;
    this.perAddress = perAddress;
    this.pendingNanos = pending.toNanos();
    this.nanoClock = nanoClock;
  }

  /** The limit that one more connection would break; null if none. */
  public synchronized @Nullable Limit reached(String user, String address) {
    releaseForgotten();
    if (total >= perNode) {
      return Limit.NODE;
    }
    if (byUser.getOrDefault(user, 0) >= perUser) {
      return Limit.USER;
    }
    return byAddress.getOrDefault(address, 0) >= perAddress ? Limit.ADDRESS : null;
  }

  /** Counts a new lease in, unless that would break a limit, which is then returned. */
  public synchronized @Nullable Limit take(Lease lease) {
    Limit reached = reached(lease.user, lease.address);
    if (reached == null) {
      lease.state = Lease.State.PENDING;
      lease.pendingSince = nanoClock.getAsLong();
      pending.addLast(lease);
      total++;
      byUser.merge(lease.user, 1, Integer::sum);
      byAddress.merge(lease.address, 1, Integer::sum);
    }
    return reached;
  }

  /** The socket is there. False if the lease was given up meanwhile. */
  public synchronized boolean open(Lease lease) {
    if (lease.state != Lease.State.PENDING) {
      return false;
    }
    lease.state = Lease.State.OPEN;
    pending.remove(lease);
    return true;
  }

  /** Counts a lease out; again is harmless. */
  public synchronized void release(Lease lease) {
    if (lease.state == Lease.State.PENDING || lease.state == Lease.State.OPEN) {
      lease.state = Lease.State.RELEASED;
      pending.remove(lease);
      total--;
      byUser.computeIfPresent(lease.user, (u, n) -> n == 1 ? null : n - 1);
      byAddress.computeIfPresent(lease.address, (a, n) -> n == 1 ? null : n - 1);
    }
  }

  public synchronized int total() {
    return total;
  }

  private void releaseForgotten() {
    long now = nanoClock.getAsLong();
    for (Lease oldest = pending.peekFirst();
        oldest != null && now - oldest.pendingSince > pendingNanos;
        oldest = pending.peekFirst()) {
      release(oldest);
    }
  }
}
