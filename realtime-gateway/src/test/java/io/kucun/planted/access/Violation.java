package io.kucun.planted.access;

import io.smallrye.mutiny.Uni;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.protocol.Violation other() {
    return new io.kucun.planted.protocol.Violation();
  }

  Uni<Void> framework() {
    return Uni.createFrom().voidItem();
  }
}
