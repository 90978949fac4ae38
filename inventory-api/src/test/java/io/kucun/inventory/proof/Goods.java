package io.kucun.inventory.proof;

import org.jspecify.annotations.Nullable;

/** What tells the lots of the model apart; products are called by their numbers. */
record Goods(int product, @Nullable String color, @Nullable String date) {
  @Override
  public String toString() {
    return "p" + product + "/" + color + "/" + date;
  }
}
