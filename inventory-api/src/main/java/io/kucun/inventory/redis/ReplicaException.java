package io.kucun.inventory.redis;

import java.util.regex.Pattern;

/**
 * The server is a replica, which takes no write. A Sentinel that has not learnt of a failover goes
 * on to name the old primary, which comes back as one (Guidelines for Redis clients with support
 * for Redis Sentinel, step 3).
 */
final class ReplicaException extends RuntimeException {
  static final String MESSAGE = "it is a replica, not the primary";

  private static final long serialVersionUID = 1;
  private static final Pattern ROLE = Pattern.compile("(?m)^role:slave\\r?$");

  private ReplicaException() {
    super(MESSAGE);
  }

  /**
   * Looks at the answer to {@code INFO}.
   *
   * @throws ReplicaException if it is that of a replica
   */
  static void check(String info) {
    if (ROLE.matcher(info).find()) {
      throw new ReplicaException();
    }
  }
}
