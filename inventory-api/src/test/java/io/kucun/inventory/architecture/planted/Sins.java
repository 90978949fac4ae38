package io.kucun.inventory.architecture.planted;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks rules on purpose; the entity is public. */
@Entity
public class Sins {
  @Id Long id;

  static Object blocks() {
    return Uni.createFrom().item(1).await().indefinitely();
  }

  static Object reflects() throws ReflectiveOperationException {
    return Sins.class.getDeclaredConstructor().newInstance();
  }
}
