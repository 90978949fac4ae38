package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks Redis on behalf of reads: within the budget, and not at all while Redis is away or has not
 * answered for a while. Writes do not ask here, for they have to try.
 */
@ApplicationScoped
class RedisBudget {
  private final RedisLinks links;
  private final Breaker breaker;
  private final LoopDeadlines deadlines;

  RedisBudget(RedisLinks links, CacheSettings settings, CacheMeters meters, Vertx vertx) {
    this.links = links;
    this.breaker =
        new Breaker(
            settings.tolerated(), settings.rest(), settings.longestRest(), System::nanoTime);
    this.deadlines = new LoopDeadlines(settings.readBudget(), vertx);
    meters.watch(breaker);
  }

  /**
   * Asks by any session.
   *
   * @return a failure of {@link RedisAway} without asking, or of whatever went wrong
   */
  <T> Uni<T> ask(Function<RedisSession, Uni<T>> question) {
    Optional<RedisSession> session = links.session();
    return session.isEmpty()
        ? Uni.createFrom().failure(new RedisAway())
        : ask(session.get(), question);
  }

  /** Asks by this session. */
  <T> Uni<T> ask(RedisSession session, Function<RedisSession, Uni<T>> question) {
    return Uni.createFrom()
        .emitter(emitter -> {
          if (breaker.allows()) {
            Deadlines.Wait<T> wait = watched(emitter::complete, emitter::fail);
            send(wait, () -> question.apply(session).subscribe().with(wait::succeed, wait::fail));
          } else {
            emitter.fail(new RedisAway());
          }
        });
  }

  /** Whether a read may ask now; who gets true does so, and tells {@link #watch} how it went. */
  boolean allows() {
    return session() != null && breaker.allows();
  }

  /** Any session; null while Redis is away. */
  @Nullable RedisSession session() {
    return links.session().orElse(null);
  }

  private <T extends @Nullable Object> Deadlines.Wait<T> watched(
      Consumer<? super T> item, Consumer<Throwable> failure) {
    return watch(item, failure, () -> 1);
  }

  /**
   * Tells the breaker of the outcome, whether or not whoever asked still waits for it.
   *
   * @param reads how many fail if this does
   */
  <T extends @Nullable Object> Deadlines.Wait<T> watch(
      Consumer<? super T> item, Consumer<Throwable> failure, IntSupplier reads) {
    return deadlines
        .here()
        .watch(
            found -> {
              breaker.succeeded();
              item.accept(found);
            },
            reason -> {
              breaker.failed(reads.getAsInt());
              failure.accept(reason);
            });
  }

  /** A breaker that lets one try and never hears of it would let nobody try again. */
  private static void send(Deadlines.Wait<?> wait, Runnable question) {
    try {
      question.run();
    } catch (RuntimeException e) {
      wait.fail(e);
    }
  }
}
