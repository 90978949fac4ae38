package io.kucun.planted.session.wire;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.source.Violation other() {
    return new io.kucun.planted.source.Violation();
  }
}
