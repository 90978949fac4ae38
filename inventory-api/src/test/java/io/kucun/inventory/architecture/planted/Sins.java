package io.kucun.inventory.architecture.planted;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.Path;

/** Breaks rules on purpose; the entity is public, and the resource can be cancelled. */
@Entity
@Path("/planted")
public class Sins {
  @Id Long id;

  static Uni<Integer> cancellable() {
    return Uni.createFrom().item(1);
  }

  static Object blocks() {
    return Uni.createFrom().item(1).await().indefinitely();
  }

  static Object reflects() throws ReflectiveOperationException {
    return Sins.class.getDeclaredConstructor().newInstance();
  }
}
