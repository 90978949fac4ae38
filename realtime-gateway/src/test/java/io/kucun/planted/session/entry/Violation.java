package io.kucun.planted.session.entry;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.hub.Violation other() {
    return new io.kucun.planted.hub.Violation();
  }
}
