package io.kucun.inventory.events;

import io.kucun.inventory.events.Standing.Filling;
import org.jspecify.annotations.Nullable;

/** What a comparison of one channel in Redis with PostgreSQL, which is the truth, calls for. */
enum Verdict {
  /** Nothing. */
  IN_STEP,
  /** To note what was published before somebody died and could not note it. */
  NOTE,
  /** A new epoch: the database was restored, and will give offsets of Redis to other events. */
  AHEAD,
  /** To fill the log from its beginning. */
  RESTART,
  /** To go on filling it. */
  REFILL;

  static Verdict of(Hold hold, String epoch, ChannelState state, Standing standing) {
    Position position = standing.position();
    if (position == null) {
      return isOurs(standing.filling(), hold, epoch, state) ? REFILL : RESTART;
    }
    if (!position.epoch().equals(epoch)) {
      return RESTART;
    }
    if (position.offset() > state.last()) {
      return AHEAD;
    }
    boolean logIsThere = standing.last() == position.offset() || state.oldest() > position.offset();
    if (position.offset() < state.published() || !logIsThere) {
      return RESTART;
    }
    return position.offset() == state.published() ? IN_STEP : NOTE;
  }

  private static boolean isOurs(
      @Nullable Filling filling, Hold hold, String epoch, ChannelState state) {
    return filling != null
        && filling.term() == hold.term()
        && filling.epoch().equals(epoch)
        && filling.base() >= state.oldest() - 1
        && filling.base() <= state.published();
  }
}
