package io.kucun.gateway.protocol;

import org.jspecify.annotations.Nullable;

/** What became of one channel of a subscribe command. */
public sealed interface ChannelAnswer {

  /**
   * Frames of the channel follow.
   *
   * @param at where the channel stands; absent while nothing numbered was ever published on it
   * @param recovered whether exactly what was missed follows; absent when no position was given
   */
  record Subscribed(@Nullable Since at, @Nullable Boolean recovered) implements ChannelAnswer {}

  record Refused(ErrorCode error) implements ChannelAnswer {}
}
