package io.kucun.gateway.hub;

import org.jspecify.annotations.Nullable;

/**
 * What can be subscribed to: a whole channel, or one entity of it.
 *
 * @param key absent for the whole channel
 */
public record Target(String channel, @Nullable String key) {

  private static final int MAX_KEY = 128;

  /** Reads {@code channel} or {@code channel:key}; null if it is neither. */
  public static @Nullable Target parse(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return name.isEmpty() ? null : new Target(name, null);
    }
    String key = name.substring(colon + 1);
    boolean usable = colon > 0 && !key.isBlank() && key.length() <= MAX_KEY;
    return usable ? new Target(name.substring(0, colon), key) : null;
  }

  /** The name as clients write it. */
  public String name() {
    return key == null ? channel : channel + ':' + key;
  }
}
