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

  synchronized void missed(@Nullable String reason) {
    if (there == null || there) {
      LOG.warnf("%s cannot be used (%s: %s), trying again with back-off", name, address, reason);
    }
    there = false;
  }
}
