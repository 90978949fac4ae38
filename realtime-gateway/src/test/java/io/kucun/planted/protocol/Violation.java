package io.kucun.planted.protocol;

import io.smallrye.mutiny.Uni;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.envelope.Violation other() {
    return new io.kucun.planted.envelope.Violation();
  }

  Uni<Void> framework() {
    return Uni.createFrom().voidItem();
  }
}
