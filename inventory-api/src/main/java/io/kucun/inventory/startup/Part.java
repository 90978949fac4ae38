package io.kucun.inventory.startup;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Something the service needs from outside, and whether it is there. Logs each change of that once.
 * Thread-safe.
 */
final class Part {
  private static final Logger LOG = Logger.getLogger(Part.class);

  private final String name;
  private final String address;
  private @Nullable Boolean there;
  private @Nullable String said;

  Part(String name, String address) {
    this.name = name;
    this.address = address;
  }

  synchronized boolean isThere() {
    return Boolean.TRUE.equals(there);
  }

  synchronized void found() {
    if (!isThere()) {
      LOG.infof("%s is there (%s)", name, address);
    }
    there = true;
  }

  /** As it was found before, when it was not looked for by itself: nothing is said of that. */
  synchronized void presume() {
    there = true;
  }

  /**
   * It cannot be used.
   *
   * @param remedy what to do; another one than before is said as well
   */
  synchronized void missed(String reason, String remedy) {
    if (there == null || there || !remedy.equals(said)) {
      LOG.warnf(
          "%s cannot be used (%s: %s): %s; trying again with back-off",
          name, address, reason, remedy);
    }
    there = false;
    said = remedy;
  }
}
