package io.kucun.planted.hub;

import io.smallrye.mutiny.Uni;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.access.Violation other() {
    return new io.kucun.planted.access.Violation();
  }

  Uni<Void> framework() {
    return Uni.createFrom().voidItem();
  }
}
