package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is kept of channels elsewhere, for longer than a hub remembers it. */
public interface Archive {

  /**
   * Reads numbered events of a channel. Never waits for long.
   *
   * @param before the offset that follows the newest event asked for
   * @param atMost how many
   * @param answer is called later, once, on the hub's thread: with the newest that there are below
   *     {@code before}, oldest first; with null if they are out of reach
   */
  void read(
      String channel, long before, int atMost, Consumer<? super @Nullable List<Envelope>> answer);
}
