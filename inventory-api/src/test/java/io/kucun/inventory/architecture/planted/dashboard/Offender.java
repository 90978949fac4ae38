package io.kucun.inventory.architecture.planted.dashboard;

/** Breaks a rule on purpose. */
public class Offender {
  Object forbidden() {
    return new io.kucun.inventory.architecture.planted.cache.Target();
  }
}
