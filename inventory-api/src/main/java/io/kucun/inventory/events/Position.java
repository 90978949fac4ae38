package io.kucun.inventory.events;

import org.jspecify.annotations.Nullable;

/**
 * A place in a channel: all events up to this offset of this epoch.
 *
 * @param epoch names the numbering
 * @param offset counts from 1; 0 is before the first event
 */
public record Position(String epoch, long offset) {
  /** Reads {@code <epoch>:<offset>}; null for anything else. */
  public static @Nullable Position parse(@Nullable String text) {
    int colon = text == null ? -1 : text.lastIndexOf(':');
    if (text == null || colon <= 0) {
      return null;
    }
    try {
      return new Position(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return epoch + ":" + offset;
  }
}
