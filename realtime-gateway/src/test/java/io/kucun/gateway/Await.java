package io.kucun.gateway;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for a condition, not for a time. */
public final class Await {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** Waits as long as the number moves: there may be much to do, and little to do it with. */
  static void until(String what, LongSupplier number, long expected) {
    long now = number.getAsLong();
    while (now != expected) {
      long last = now;
      until(what + ", but it stays at " + last, () -> number.getAsLong() != last);
      now = number.getAsLong();
    }
  }
}
