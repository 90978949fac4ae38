package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;

/**
 * Where the channels stand in the database. What is read from it afterwards contains all events up
 * to there.
 */
public interface Positions {
  /** The committed positions, as {@code Kucun-Position} tells them. */
  Uni<String> committed();
}
