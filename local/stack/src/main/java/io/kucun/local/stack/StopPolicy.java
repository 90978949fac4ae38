package io.kucun.local.stack;

import java.time.Duration;

/** How each part is asked to stop, and for how long before it is killed. */
final class StopPolicy {
  private StopPolicy() {}

  /** PostgreSQL would wait for its clients on TERM. */
  static String signal(Part part) {
    return part == Part.POSTGRES ? "INT" : "TERM";
  }

  /** Its share of what is left until the deadline of all. */
  static Duration limit(Part part, long deadlineNanos) {
    Duration share =
        switch (part) {
          case GATEWAY, API -> Duration.ofMillis(2800);
          case KEYCLOAK -> Duration.ofMillis(1400);
          case REDIS, POSTGRES -> Duration.ofSeconds(1);
        };
    Duration left = Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    return share.compareTo(left) < 0 ? share : left;
  }
}
