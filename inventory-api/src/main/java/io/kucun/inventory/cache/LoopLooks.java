package io.kucun.inventory.cache;

import io.kucun.inventory.redis.EventLoops;
import io.kucun.inventory.redis.RedisSession;
import io.vertx.core.Future;
import io.vertx.mutiny.core.Vertx;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The looks of all event loops: a read shares those of the loop that it is on, so that nothing is
 * locked and no thread is woken. Thread-safe.
 */
final class LoopLooks implements SharedLooks.Exchange {
  private final RedisBudget redis;
  private final LookCommands commands;
  private final CacheMeters meters;
  private final EventLoops loops;
  private final List<SharedLooks> each = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  LoopLooks(
      RedisBudget redis, CacheKeys keys, CacheSettings settings, CacheMeters meters, Vertx vertx) {
    this.redis = redis;
    this.commands = new LookCommands(keys);
    this.meters = meters;
    this.loops = new EventLoops(vertx.getDelegate());
    for (int loop = 0; loop < loops.count(); loop++) {
      each.add(new SharedLooks(settings.waitingLooks(), loops.executor(loop), this));
    }
  }

  /** Tells a read what a look saw that was sent after this call. */
  void join(Question question, Lookup.Outcome read) {
    int running = loops.running();
    if (running >= 0) {
      each.get(running).join(question, read);
      return;
    }
    // A worker goes on where it is; who is on no context at all, on the loop.
    int current = loops.current();
    int loop = current < 0 ? Math.floorMod(turn.getAndIncrement(), loops.count()) : current;
    Lookup.Outcome there = current < 0 ? read : read.on(Here.executor());
    loops.executor(loop).execute(() -> each.get(loop).join(question, there));
  }

  @Override
  public Deadlines.Wait<Look> await(
      SharedLook look, Consumer<Look> seen, Consumer<Throwable> failed) {
    return redis.watch(seen, failed, look::size);
  }

  @Override
  public void send(List<SharedLook> looks) {
    looks.forEach(look -> meters.look(look.size()));
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

  private static Future<List<@Nullable Response>> answers(
      RedisSession session, List<Request> commands) {
    return commands.size() == 1
        ? session.ask(commands.getFirst()).map(LoopLooks::alone)
        : session.ask(commands);
  }

  private static List<@Nullable Response> alone(@Nullable Response answer) {
    List<@Nullable Response> one = new ArrayList<>(1);
    one.add(answer);
    return one;
  }

  /** Whatever is wrong with an answer is told like a failed command: somebody waits. */
  private void read(List<SharedLook> looks, RedisSession session, List<Response> answers) {
    int at = 0;
    for (SharedLook look : looks) {
      Question question = look.question();
      int from = at;
      at += question.commands();
      try {
        look.succeed(commands.read(question, session, answers.subList(from, at)));
      } catch (RuntimeException e) {
        look.fail(e);
      }
    }
  }

  /** One refused command fails all that were sent with it: then each is sent by itself. */
  private void failed(List<SharedLook> looks, Throwable failure) {
    if (looks.size() > 1 && failure instanceof ErrorType) {
      looks.forEach(look -> send(List.of(look)));
    } else {
      looks.forEach(look -> look.fail(failure));
    }
  }
}
