package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an entry and what its validity depends on, in one round trip. */
@ApplicationScoped
class Lookup {
  private final RedisBudget redis;
  private final CacheKeys keys;
  private final Generations generations;

  Lookup(RedisBudget redis, CacheKeys keys, Generations generations) {
    this.redis = redis;
    this.keys = keys;
    this.generations = generations;
  }

  /** Is told of one outcome, on the context of whoever asked. */
  interface Outcome {
    void seen(Look look);

    void failed(Throwable failure);
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

  /** One round trip, without stages: most reads need no more. No generation is made. */
  void once(CacheKey key, boolean whole, Outcome outcome) {
    if (whole) {
      mget(key, outcome);
    } else {
      heads(key, outcome);
    }
  }

  private void mget(CacheKey key, Outcome outcome) {
    List<String> tags = tags(key);
    ask(
        session -> session.ask(state(command(Command.MGET).arg(keys.entry(key)), tags)),
        (session, answer) -> {
          Response state = Objects.requireNonNull(answer);
          return new Look(
              session, Snapshot.of(state.get(0), state, 1, tags, session.runId()), true);
        },
        outcome);
  }

  /**
   * Two commands in one write. The entry is read first: if its stamp is that of the generations
   * read after it, it was valid then.
   */
  private void heads(CacheKey key, Outcome outcome) {
    List<String> tags = tags(key);
    io.vertx.redis.client.Request head =
        command(Command.GETRANGE).arg(keys.entry(key)).arg(0).arg(Entry.HEAD - 1);
    ask(
        session -> session.ask(List.of(head, state(command(Command.MGET), tags))),
        (session, answers) -> {
          Response state = Objects.requireNonNull(answers.getLast());
          return new Look(
              session, Snapshot.of(answers.getFirst(), state, 0, tags, session.runId()), false);
        },
        outcome);
  }

  /** Whatever is wrong with an answer is told like a failed command: somebody waits. */
  private <T extends @Nullable Object> void ask(
      Function<RedisSession, Future<T>> question,
      BiFunction<RedisSession, T, Look> read,
      Outcome outcome) {
    redis.ask(
        question,
        (RedisSession session, T found) -> {
          Look look;
          try {
            look = read.apply(session, found);
          } catch (RuntimeException e) {
            outcome.failed(e);
            return;
          }
          outcome.seen(look);
        },
        outcome::failed);
  }

  private static io.vertx.redis.client.Request command(Command command) {
    return io.vertx.redis.client.Request.cmd(command);
  }

  private io.vertx.redis.client.Request state(
      io.vertx.redis.client.Request command, List<String> tags) {
    tags.forEach(tag -> command.arg(keys.generation(tag)));
    keys.positions().forEach(command::arg);
    return command;
  }

  private static List<String> tags(CacheKey key) {
    List<String> tags = new ArrayList<>(key.tags().size() + 1);
    tags.addAll(key.tags());
    tags.add(key.space().wire());
    return tags;
  }
}
