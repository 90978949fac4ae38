package io.kucun.inventory.cache.model;

import java.util.List;

/** Somebody who takes steps; stateless, what it knows is in the {@link State}. */
interface Actor {
  /** Adds each step that it may take now. */
  void steps(State now, List<Step> into);
}
