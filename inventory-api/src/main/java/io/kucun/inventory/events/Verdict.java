package io.kucun.inventory.events;

import io.kucun.inventory.events.EventStore.Channels;
import io.kucun.inventory.events.Standing.Filling;
import org.jspecify.annotations.Nullable;

/** What a comparison of one channel in Redis with PostgreSQL, which is the truth, calls for. */
enum Verdict {
  /** Nothing. */
  IN_STEP,
  /** To note what was published before somebody died and could not note it. */
  NOTE,
  /**
   * A new epoch: the database was restored. It would give offsets that Redis has to other events,
   * or was set back to an epoch that had ended.
   */
  AHEAD,
  /** To fill the log from its beginning. */
  RESTART,
  /** To go on filling it. */
  REFILL;

  static Verdict of(Hold hold, Channels channels, ChannelState state, Standing standing) {
    String epoch = channels.epoch();
    Position position = standing.position();
    if (position == null) {
      return isOurs(standing.filling(), hold, epoch, state) ? REFILL : RESTART;
    }
    if (!position.epoch().equals(epoch)) {
      return position.epoch().equals(channels.follows()) ? RESTART : AHEAD;
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
