package io.kucun.inventory.events;

/** Redis refused a step: a channel does not stand there where the step begins. */
class OutOfStep extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfStep(String channel, String found) {
    super(channel + " stands at '" + found + "'", null, false, false);
  }
}
