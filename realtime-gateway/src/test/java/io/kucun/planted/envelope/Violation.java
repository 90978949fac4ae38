package io.kucun.planted.envelope;

import io.smallrye.mutiny.Uni;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.hub.Violation other() {
    return new io.kucun.planted.hub.Violation();
  }

  Uni<Void> framework() {
    return Uni.createFrom().voidItem();
  }
}
