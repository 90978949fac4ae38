package io.kucun.inventory.proof;

/** Pieces of a lot of the model. */
final class Pieces {
  long quantity;
  long reserved;

  /** How often pieces came or went. */
  int moves;

  void move(long delta) {
    quantity += delta;
    moves += delta == 0 ? 0 : 1;
  }
}
