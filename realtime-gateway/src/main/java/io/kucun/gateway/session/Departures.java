package io.kucun.gateway.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When each client leaves a node that stops: one after the other, so that the nodes that take them
 * in are not stormed.
 */
final class Departures {

  private static final Duration LEAST = Duration.ofSeconds(1);

  private final int clients;
  private final Duration window;
  private final RandomGenerator random;
  private int gone;

  /**
   * Nobody has left yet.
   *
   * @param clients how many have to
   * @param perSecond how many another node lets in
   * @param atMost within which all leave, be it faster
   */
  Departures(int clients, int perSecond, Duration atMost, RandomGenerator random) {
    this.clients = clients;
    this.random = random;
    Duration needed = Duration.ofMillis(Math.ceilDiv(clients * 1_000L, perSecond));
    Duration wanted = needed.compareTo(LEAST) < 0 ? LEAST : needed;
    this.window = wanted.compareTo(atMost) < 0 ? wanted : atMost;
  }

  Duration window() {
    return window;
  }

  /** In how many milliseconds the next client leaves: anywhere in its own slice of the window. */
  long next() {
    double slice = (double) window.toMillis() / clients;
    return (long) ((gone++ + random.nextDouble()) * slice);
  }
}
