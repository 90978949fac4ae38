package io.kucun.gateway.hub;

/**
 * How much of the past a channel keeps.
 *
 * @param events most events kept
 * @param bytes most bytes of event text kept
 * @param ticks calls of {@link Hub#forget} after which an event is not kept any more; 0 for never
 * @param replayBytes most bytes replayed to one member for one resume; more is answered with {@code
 *     recovered:false}
 */
public record LogLimits(int events, long bytes, int ticks, long replayBytes) {

  /** Keeps events however old they are. */
  public LogLimits(int events, long bytes, long replayBytes) {
    this(events, bytes, 0, replayBytes);
  }
}
