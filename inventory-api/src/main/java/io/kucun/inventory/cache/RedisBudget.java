package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

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

  private void tell(boolean answered) {
    if (answered) {
      breaker.succeeded();
    } else {
      breaker.failed();
    }
  }
}
