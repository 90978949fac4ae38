package io.kucun.inventory.write;

import io.kucun.inventory.cache.Invalidation;
import io.kucun.inventory.events.Changes;
import io.kucun.inventory.events.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a write of the current request: its events are rows of its transaction, and what it makes
 * stale has a fresh generation before the caller is answered. That holds for a failure too, because
 * the outcome of a commit may be unknown.
 */
@ApplicationScoped
public class Writes {
  private final Outbox outbox;
  private final Invalidation invalidation;
  private final Rendering rendering;

  Writes(Outbox outbox, Invalidation invalidation, Rendering rendering) {
    this.outbox = outbox;
    this.invalidation = invalidation;
    this.rendering = rendering;
  }

  /** Runs a write that has no body. */
  public Uni<Response> answer(Function<Changes, Uni<Answer>> work) {
    return answer(null, work);
  }

  /**
   * Runs a write.
   *
   * @param body the request's body as it was parsed, a value that JSON writes; for a body that was
   *     streamed, a digest of it
   * @param work what is done in the transaction; its failure rolls everything back
   */
  public Uni<Response> answer(@Nullable Object body, Function<Changes, Uni<Answer>> work) {
    return inTransaction(changes -> work.apply(changes)).map(rendering::response);
  }

  private <T> Uni<T> inTransaction(Function<Changes, Uni<T>> work) {
    Changes changes = new Changes();
    return Panache.withTransaction(
            () -> work.apply(changes).call(() -> outbox.append(changes.events())))
        .onItemOrFailure()
        .call((item, failure) -> {
          outbox.wake();
          return invalidation.confirm(changes.tags());
        });
  }
}
