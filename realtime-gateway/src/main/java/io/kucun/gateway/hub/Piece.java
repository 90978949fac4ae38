package io.kucun.gateway.hub;

/** How much of a log is read at once. */
public final class Piece {

  /** The most bytes of events that one piece is meant to have. */
  public static final long MOST_BYTES = 1 << 20;

  private static final int MOST_EVENTS = 1_000;
  private static final int LARGE_EVENT = 16 * 1024;

  private Piece() {}

  /**
   * How many events to ask for: of those whose size nobody knows yet, a few.
   *
   * @param bytes how large the piece may become, about
   * @param averageBytes how large an event is, as far as is known; 0 if it is not
   */
  public static int events(long bytes, long averageBytes) {
    long size = averageBytes == 0 ? LARGE_EVENT : averageBytes;
    return Math.clamp(bytes / size, 1, MOST_EVENTS);
  }
}
