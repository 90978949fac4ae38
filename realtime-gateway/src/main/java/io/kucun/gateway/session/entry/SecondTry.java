package io.kucun.gateway.session.entry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A second try for what is refused while something else may yet change the answer: a token of a new
 * key, while the verification of another reads the issuer's keys. It waits until all that were
 * under way have ended. What waits is not under way and waits only once, so that nothing waits in a
 * circle. Safe for any thread.
 */
final class SecondTry {

  /** One more has to come back later. */
  static final int MOST_WAITING = 1_000;

  /** What has not ended by then never will. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Predicate<Throwable> tooEarly;
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final Map<Long, CompletableFuture<Void>> underWay = new HashMap<>();
  private long begun;

  SecondTry(Predicate<Throwable> tooEarly) {
    this.tooEarly = tooEarly;
  }

  int waiting() {
    return MOST_WAITING - room.availablePermits();
  }

  /** The answer of the attempt; of another one, if it came too early and was not alone. */
  <T> Uni<T> of(Uni<T> attempt) {
    return Uni.createFrom()
        .deferred(() -> {
          long before = ended();
          return noted(attempt)
              .onFailure(tooEarly)
              .recoverWithUni(refusal -> again(attempt, before, refusal));
        });
  }

  /**
   * It goes on when nobody waits for its answer any more: the keys that come late are read for all
   * who come later.
   */
  private <T> Uni<T> noted(Uni<T> attempt) {
    return Uni.createFrom()
        .emitter(answer -> {
          long number = begin();
          var _ =
              attempt
                  .subscribeAsCompletionStage()
                  .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                  .whenComplete((item, failure) -> {
                    end(number);
                    if (failure == null) {
                      answer.complete(item);
                    } else {
                      answer.fail(failure);
                    }
                  });
        });
  }

  private <T> Uni<T> again(Uni<T> attempt, long before, Throwable refusal) {
    CompletableFuture<Void> others = othersSince(before);
    if (others == null) {
      return Uni.createFrom().failure(refusal);
    }
    if (!room.tryAcquire()) {
      return Uni.createFrom().failure(new RefusedException(Refusal.IDENTITY_PROVIDER_UNAVAILABLE));
    }
    // Whoever gives up cancels a copy: the original, once cancelled, would count nobody out.
    CompletableFuture<Void> turn = others.copy();
    var _ = turn.whenComplete((none, never) -> room.release());
    return Uni.createFrom().completionStage(turn).emitOn(here()).chain(() -> noted(attempt));
  }

  /** The context that asks, where the other's answer does not come. */
  private static Executor here() {
    Context asking = Vertx.currentContext();
    return asking == null ? Runnable::run : task -> asking.runOnContext(v -> task.run());
  }

  private synchronized long ended() {
    return begun - underWay.size();
  }

  private synchronized long begin() {
    underWay.put(++begun, new CompletableFuture<>());
    return begun;
  }

  private void end(long number) {
    remove(number).complete(null);
  }

  private synchronized CompletableFuture<Void> remove(long number) {
    return Objects.requireNonNull(underWay.remove(number));
  }

  /** The end of all that are under way; null if a refusal was alone from its beginning to here. */
  private synchronized @Nullable CompletableFuture<Void> othersSince(long before) {
    if (begun == before + 1) {
      return null;
    }
    return CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new));
  }
}
