package io.kucun.inventory.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for something that another thread or process brings about. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Eventually() {}

  /** Returns as soon as the assertion holds; fails with its error if it does not within 20 s. */
  public static void holds(ThrowingCallable assertion) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        assertion.call();
        return;
      } catch (Throwable failure) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("Not within " + LIMIT + ": " + failure.getMessage(), failure);
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
