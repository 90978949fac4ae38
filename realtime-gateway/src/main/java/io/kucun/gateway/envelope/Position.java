package io.kucun.gateway.envelope;

/**
 * A place in the numbering of one channel.
 *
 * @param epoch names the numbering; offsets of two epochs cannot be compared
 * @param offset counts the events of the channel without a gap
 */
public record Position(String epoch, long offset) {

  /** Reads {@code <epoch>:<offset>}, as it is kept in Redis. */
  public static Position parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a position is <epoch>:<offset>");
    }
    long offset = Long.parseLong(text.substring(colon + 1));
    if (offset < 0) {
      throw new IllegalArgumentException("an offset is not negative");
    }
    return new Position(text.substring(0, colon), offset);
  }

  public boolean sameEpoch(Position other) {
    return epoch.equals(other.epoch);
  }

  /** Whether {@code next} is the event that directly follows this position. */
  public boolean isFollowedBy(Position next) {
    return sameEpoch(next) && next.offset == offset + 1;
  }

  @Override
  public String toString() {
    return epoch + ":" + offset;
  }
}
