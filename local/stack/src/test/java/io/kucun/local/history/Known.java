package io.kucun.local.history;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The bodies that readers have, to ask only for newer ones. Thread-safe. */
final class Known {
  private final Map<Route, Body> bodies = new ConcurrentHashMap<>();

  /** What a body with this entity tag shows. */
  record Body(String etag, List<Value> shown) {}

  /** Half of the time, what may be had already. */
  @Nullable Body perhaps(Route route) {
    return ThreadLocalRandom.current().nextBoolean() ? bodies.get(route) : null;
  }

  void learn(Route route, String etag, List<Value> shown) {
    bodies.put(route, new Body(etag, shown));
  }
}
