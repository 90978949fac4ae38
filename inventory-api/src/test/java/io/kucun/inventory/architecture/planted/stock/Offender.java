package io.kucun.inventory.architecture.planted.stock;

/** Breaks a rule on purpose. */
public class Offender {
  Object forbidden() {
    return new io.kucun.inventory.architecture.planted.order.Target();
  }
}
