package io.kucun.gateway.rights;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client was sent, as far as rights go, in the order in which it came. */
public sealed interface Step {

  /** Another token stands for it from here on. */
  record Renewed(Set<String> roles) implements Step {}

  /** It listens to a channel, or to {@code channel:key}. */
  record Subscribed(String name) implements Step {}

  record Unsubscribed(String name) implements Step {}

  record Event(String channel, @Nullable String key, @Nullable String owner, long offset)
      implements Step {}
}
