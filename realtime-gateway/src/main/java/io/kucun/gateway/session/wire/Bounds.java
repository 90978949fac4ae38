package io.kucun.gateway.session.wire;

/**
 * What the gateway keeps for one client beyond its socket, in bytes.
 *
 * @param queued most in the socket's queue before nothing more is written to it
 * @param granted most that is on its way to that queue
 * @param control most of control frames besides, which cannot be left out
 */
record Bounds(int queued, int granted, int control) {

  /** So that whatever the hub hands over in one piece is taken. */
  private static final int LEAST = 64 * 1024;

  /** How far the socket's queue must have drained before more is written to it. */
  int resume() {
    return queued / 2;
  }

  /** The parts of a whole. */
  static Bounds of(int whole) {
    if (whole < LEAST) {
      throw new IllegalArgumentException(
          "kucun.wire.max-bytes-per-client is " + whole + ", at least " + LEAST + " expected");
    }
    return new Bounds(whole / 2, whole / 4, whole / 4);
  }
}
