package io.kucun.inventory.architecture.planted.order;

/** Breaks a rule on purpose. */
public class Offender {
  Object forbidden() {
    return new io.kucun.inventory.architecture.planted.startup.Target();
  }
}
