package io.kucun.planted.session.limits;

import io.smallrye.mutiny.Uni;

/** Uses what it may not. */
public final class Violation {

  io.kucun.planted.session.entry.Violation other() {
    return new io.kucun.planted.session.entry.Violation();
  }

  Uni<Void> framework() {
    return Uni.createFrom().voidItem();
  }
}
