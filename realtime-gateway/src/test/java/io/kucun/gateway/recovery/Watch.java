package io.kucun.gateway.recovery;

import org.jspecify.annotations.Nullable;

/**
 * What a client listens to on one channel.
 *
 * @param key the entity; the whole channel if null
 * @param owner whose events only; everybody's if null
 */
public record Watch(String channel, @Nullable String key, @Nullable String owner) {

  boolean matches(Committed event) {
    return (key == null || key.equals(event.key()))
        && (owner == null || owner.equals(event.owner()));
  }

  /** The name as commands have it. */
  public String name() {
    return key == null ? channel : channel + ':' + key;
  }
}
