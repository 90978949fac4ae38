package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks Redis on behalf of reads: within the budget, and not at all while Redis is away or has not
 * answered for a while. Writes do not ask here, for they have to try.
 */
@ApplicationScoped
class RedisBudget {
  private final RedisLinks links;
  private final Breaker breaker;
  private final Deadlines deadlines;

  RedisBudget(RedisLinks links, CacheSettings settings, CacheMeters meters, Vertx vertx) {
    this.links = links;
    this.breaker =
        new Breaker(
            settings.tolerated(), settings.rest(), settings.longestRest(), System::nanoTime);
    this.deadlines =
        new Deadlines(
            settings.readBudget(),
            System::nanoTime,
            (millis, task) -> vertx.setTimer(millis, now -> task.run()));
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
    if (!breaker.allows()) {
      return Uni.createFrom().failure(new RedisAway());
    }
    return deadlines
        .within(question.apply(session))
        .onItemOrFailure()
        .invoke((answer, failure) -> tell(failure == null));
  }

  /** A session to {@link #watch} the answers of; null while reads leave Redis alone. */
  @Nullable RedisSession session() {
    RedisSession session = links.session().orElse(null);
    return session != null && breaker.allows() ? session : null;
  }

  /** Hands on what becomes of a command that was sent by {@link #session}, within the budget. */
  <T extends @Nullable Object> void watch(
      Future<T> answer, Consumer<? super T> item, Consumer<Throwable> failure) {
    Deadlines.Wait<T> wait =
        deadlines.watch(
            found -> {
              breaker.succeeded();
              item.accept(found);
            },
            reason -> {
              breaker.failed();
              failure.accept(reason);
            });
    answer.onComplete(wait::succeed, wait::fail);
  }

  private void tell(boolean answered) {
    if (answered) {
      breaker.succeeded();
    } else {
      breaker.failed();
    }
  }
}
