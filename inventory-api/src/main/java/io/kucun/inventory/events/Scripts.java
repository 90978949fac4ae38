package io.kucun.inventory.events;

/** The steps that change a channel in Redis. */
record Scripts(Script publish, Script restart, Script refill) {
  static Scripts packaged() {
    return new Scripts(Script.named("publish"), Script.named("restart"), Script.named("refill"));
  }
}
