package io.kucun.inventory.write;

import io.kucun.inventory.cache.Invalidation;
import io.kucun.inventory.events.Changes;
import io.kucun.inventory.events.Outbox;
import io.kucun.inventory.write.Once.Outcome;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a write of the current request: its events are rows of its transaction, and what it makes
 * stale has a fresh generation before the caller is answered. That holds for a failure too, because
 * the outcome of a commit may be unknown. With an {@code Idempotency-Key} it is done once, and its
 * answer is kept in the same transaction.
 */
@ApplicationScoped
public class Writes {
  private static final Logger LOG = Logger.getLogger(Writes.class);

  private final IncomingRequest incoming;
  private final Once once;
  private final Rendering rendering;
  private final Outbox outbox;
  private final Invalidation invalidation;

  Writes(
      IncomingRequest incoming,
      Once once,
      Rendering rendering,
      Outbox outbox,
      Invalidation invalidation) {
    this.incoming = incoming;
    this.once = once;
    this.rendering = rendering;
    this.outbox = outbox;
    this.invalidation = invalidation;
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
    Optional<KeyedRequest> request = incoming.keyed(body);
    TraceContext trace = incoming.trace();
    Changes changes = new Changes();
    return Panache.withTransaction(() -> run(request, changes, trace, work))
        .onItemOrFailure()
        .call((outcome, failure) -> {
          outbox.wake();
          return invalidation.confirm(changes.tags());
        })
        .invoke(outcome -> LOG.debugf("Wrote; events: %d, traceparent %s", changes.size(), trace))
        .map(outcome -> response(outcome, trace));
  }

  private Uni<Outcome> run(
      Optional<KeyedRequest> request,
      Changes changes,
      TraceContext trace,
      Function<Changes, Uni<Answer>> work) {
    return request.isPresent()
        ? once.run(request.get(), changes, () -> perform(changes, trace, work))
        : perform(changes, trace, work).map(answer -> new Outcome(answer, false));
  }

  private Uni<Rendered> perform(
      Changes changes, TraceContext trace, Function<Changes, Uni<Answer>> work) {
    return work.apply(changes)
        .call(() -> outbox.append(changes.events(), trace.toString()))
        .map(rendering::render);
  }

  private static Response response(Outcome outcome, TraceContext trace) {
    Response.ResponseBuilder response = outcome.answer().response();
    response.header("traceresponse", trace.toString());
    if (outcome.replayed()) {
      response.header("Idempotent-Replayed", true);
    }
    return response.build();
  }
}
