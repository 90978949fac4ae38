package io.kucun.inventory.web;

/** Bounds of quantities. */
public final class Quantity {
  /** The largest whole number that every JSON reader keeps exact: 2⁵³−1. */
  public static final long MAX = (1L << 53) - 1;

  private Quantity() {}
}
