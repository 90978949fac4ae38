package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;
import org.jspecify.annotations.Nullable;

/**
 * A wish to hear of a target.
 *
 * @param owner if given, only events that belong to this {@code sub} are heard
 * @param since if given, the last event the member has seen
 */
public record Subscription(Target target, @Nullable String owner, @Nullable Position since) {

  /** Whether every event of the channel is heard. */
  boolean isUnrestricted() {
    return owner == null && target.key() == null;
  }
}
