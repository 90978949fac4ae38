package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisSession;
import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way of one event loop's looks to Redis and back. Confined to its event loop. */
final class LoopExchange implements SharedLooks.Exchange {
  private final RedisBudget redis;
  private final LookCommands commands;
  private final Copies copies;
  private final CacheMeters meters;

  LoopExchange(RedisBudget redis, LookCommands commands, Copies copies, CacheMeters meters) {
    this.redis = redis;
    this.commands = commands;
    this.copies = copies;
    this.meters = meters;
  }

  @Override
  public Deadlines.Wait<Look> await(
      SharedLook look, Consumer<Look> seen, Consumer<Throwable> failed) {
    return redis.watch(seen, failed, look::size);
  }

  @Override
  public void send(List<SharedLook> looks) {
    looks.forEach(this::prepare);
    RedisSession session = redis.session();
    if (session == null) {
      looks.forEach(look -> look.fail(new RedisAway()));
      return;
    }
    try {
      answers(session, commands.of(looks))
          .onComplete(answers -> read(looks, session, answers), failure -> failed(looks, failure));
    } catch (RuntimeException e) {
      looks.forEach(look -> look.fail(e));
    }
  }

  private void prepare(SharedLook look) {
    Question question = look.question();
    look.compareWith(question.whole() ? copies.get(question.key()) : null);
    meters.look(look.size());
  }

  private static Future<List<@Nullable Response>> answers(
      RedisSession session, List<Request> commands) {
    return commands.size() == 1
        ? session.ask(commands.getFirst()).map(LoopExchange::alone)
        : session.ask(commands);
  }

  private static List<@Nullable Response> alone(@Nullable Response answer) {
    List<@Nullable Response> one = new ArrayList<>(1);
    one.add(answer);
    return one;
  }

  /** Whatever is wrong with an answer is told like a failed command: somebody waits. */
  private void read(List<SharedLook> looks, RedisSession session, List<Response> answers) {
    List<SharedLook> again = new ArrayList<>(0);
    int at = 0;
    for (SharedLook look : looks) {
      int from = at;
      at += LookCommands.count(look);
      try {
        if (!isRead(look, session, answers.subList(from, at))) {
          again.add(look);
        }
      } catch (RuntimeException e) {
        look.fail(e);
      }
    }
    if (!again.isEmpty()) {
      send(again);
    }
  }

  /** False if it has to be read anew, with its body. */
  private boolean isRead(SharedLook look, RedisSession session, List<Response> answers) {
    CacheKey key = look.question().key();
    Look found = commands.read(look, session, answers);
    if (found == null || found.hit() == null) {
      copies.forget(key);
    } else if (look.copy() != null) {
      meters.copied();
    } else if (look.readsBody()) {
      copies.keep(key, found.seen());
    }
    if (found != null) {
      look.succeed(found);
    }
    return found != null;
  }

  /** One refused command fails all that were sent with it: then each is sent by itself. */
  private void failed(List<SharedLook> looks, Throwable failure) {
    if (looks.size() > 1 && failure instanceof ErrorType) {
      looks.forEach(look -> send(List.of(look)));
    } else if (looks.getFirst().copy() != null && failure instanceof ErrorType) {
      // Only a string has a head: read whole, anything else in its place is a miss.
      copies.forget(looks.getFirst().question().key());
      send(looks);
    } else {
      looks.forEach(look -> look.fail(failure));
    }
  }
}
