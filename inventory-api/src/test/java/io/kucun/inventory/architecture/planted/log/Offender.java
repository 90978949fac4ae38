package io.kucun.inventory.architecture.planted.log;

/** Breaks a rule on purpose. */
public class Offender {
  Object forbidden() {
    return new io.kucun.inventory.architecture.planted.product.Target();
  }
}
