package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Reads an entry and what its validity depends on, in one round trip, which reads of the same entry
 * share.
 */
@ApplicationScoped
class Lookup {
  private final RedisBudget redis;
  private final Generations generations;
  private final LoopLooks looks;

  Lookup(
      RedisBudget redis,
      CacheKeys keys,
      Generations generations,
      CacheSettings settings,
      CacheMeters meters,
      Vertx vertx) {
    this.redis = redis;
    this.generations = generations;
    this.looks = new LoopLooks(redis, keys, settings, meters, vertx);
  }

  /** Is told of one outcome, on the context of whoever asked. */
  interface Outcome {
    void seen(Look look);

    void failed(Throwable failure);

    /** Is told there instead. */
    default Outcome on(Executor there) {
      Outcome told = this;
      return new Outcome() {
        @Override
        public void seen(Look look) {
          there.execute(() -> told.seen(look));
        }

        @Override
        public void failed(Throwable failure) {
          there.execute(() -> told.failed(failure));
        }
      };
    }
  }

  /** The whole entry; a generation that was not there is made, and the look repeated. */
  Uni<Look> whole(CacheKey key) {
    return look(key, true);
  }

  /** The same of the entry's head: enough for a reader who has the body already. */
  Uni<Look> head(CacheKey key) {
    return look(key, false);
  }

  private Uni<Look> look(CacheKey key, boolean whole) {
    return once(key, whole)
        .flatMap(look ->
            look.seen().missing().isEmpty()
                ? Uni.createFrom().item(look)
                : created(look).flatMap(created -> once(key, whole)));
  }

  private Uni<?> created(Look look) {
    List<Request> commands = look.seen().missing().stream().map(generations::create).toList();
    return redis.ask(look.session(), session -> session.batch(commands));
  }

  private Uni<Look> once(CacheKey key, boolean whole) {
    return Uni.createFrom()
        .emitter(emitter ->
            once(
                key,
                whole,
                new Outcome() {
                  @Override
                  public void seen(Look look) {
                    emitter.complete(look);
                  }

                  @Override
                  public void failed(Throwable failure) {
                    emitter.fail(failure);
                  }
                }));
  }

  /**
   * One round trip, without stages: most reads need no more. It begins after this call, and serves
   * all who ask the same before it does. No generation is made.
   */
  void once(CacheKey key, boolean whole, Outcome outcome) {
    if (redis.allows()) {
      looks.join(new Question(key, whole), outcome);
    } else {
      outcome.failed(new RedisAway());
    }
  }
}
