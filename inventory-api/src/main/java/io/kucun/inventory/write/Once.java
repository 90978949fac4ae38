package io.kucun.inventory.write;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Does a write once per key, and gives the answer of that one time to everybody who sends it again.
 * The key's row belongs to the transaction of the write: a duplicate waits for the outcome of the
 * first, and a failure leaves nothing behind.
 */
@ApplicationScoped
class Once {
  /** A row may go between the attempt to insert it and the look at it, but not again and again. */
  private static final int ATTEMPTS = 3;

  private final KeyStore keys;

  Once(KeyStore keys) {
    this.keys = keys;
  }

  /** The answer, and whether it was given before. */
  record Outcome(Rendered answer, boolean replayed) {}

  /**
   * Runs the work in the current transaction, or replays its answer. What a replay makes stale is
   * added to {@code changes}: nobody knows whether the first time came as far as that.
   *
   * @return a failure of 422 if the key belongs to another request
   */
  Uni<Outcome> run(KeyedRequest request, Changes changes, Supplier<Uni<Rendered>> work) {
    return run(request, changes, work, ATTEMPTS);
  }

  private Uni<Outcome> run(
      KeyedRequest request, Changes changes, Supplier<Uni<Rendered>> work, int attempts) {
    if (attempts == 0) {
      throw new ProblemException(ProblemCode.BUSY, WritePhrase.KEY_CONTENDED.with());
    }
    return keys.claim(request)
        .flatMap(mine ->
            mine
                ? first(request, changes, work)
                : keys.find(request)
                    .flatMap(kept ->
                        kept == null || kept.expired()
                            ? keys.dropExpired(request)
                                .flatMap(gone -> run(request, changes, work, attempts - 1))
                            : Uni.createFrom().item(replay(request, changes, kept))));
  }

  private Uni<Outcome> first(KeyedRequest request, Changes changes, Supplier<Uni<Rendered>> work) {
    return work.get()
        .call(answer -> keys.keep(request, answer, changes.tags()))
        .map(answer -> new Outcome(answer, false));
  }

  private static Outcome replay(KeyedRequest request, Changes changes, KeptAnswer kept) {
    if (!kept.fingerprint().equals(request.fingerprint())) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED, WritePhrase.KEY_REUSED.with());
    }
    changes.touch(kept.tags());
    return new Outcome(kept.answer(), true);
  }
}
