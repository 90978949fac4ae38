package io.kucun.planted.source;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.session.Violation other() {
    return new io.kucun.planted.session.Violation();
  }
}
