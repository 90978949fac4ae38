package io.kucun.inventory.events;

import java.util.List;

/** What a reader finds behind a position of a channel's log. */
public sealed interface LogPage {

  /**
   * Events, oldest first. Asking again from {@code position} skips nothing and repeats nothing.
   *
   * @param envelopes exactly what is published; those of others are left out for who sees only own
   * @param position what the answer covers, shown or left out; where it was asked from if there is
   *     nothing more yet
   */
  record Events(List<String> envelopes, Position position) implements LogPage {}

  /**
   * Nobody can tell what came behind the position.
   *
   * @param reason why not
   * @param oldest before the oldest event that is kept
   */
  record Gone(Reason reason, Position oldest) implements LogPage {}

  /** Why a position has no continuation. */
  enum Reason {
    /** Events behind it have been deleted. */
    TRIMMED,
    /** It is of another numbering. */
    OTHER_EPOCH,
    /** This database never came so far: it was restored, and Redis not yet compared with it. */
    AHEAD
  }
}
