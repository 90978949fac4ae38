package io.kucun.inventory.cache;

import io.kucun.inventory.redis.EventLoops;
import io.vertx.mutiny.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The looks of all event loops: a read shares those of the loop that it is on, so that nothing is
 * locked and no thread is woken. Thread-safe.
 */
final class LoopLooks {
  private final EventLoops loops;
  private final List<SharedLooks> each = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  LoopLooks(
      RedisBudget redis, CacheKeys keys, CacheSettings settings, CacheMeters meters, Vertx vertx) {
    this.loops = new EventLoops(vertx.getDelegate());
    LookCommands commands = new LookCommands(keys);
    List<Copies> copies = new ArrayList<>();
    for (int loop = 0; loop < loops.count(); loop++) {
      Copies here = new Copies(settings.leastCopied(), settings.copiedBytes() / loops.count());
      LoopExchange exchange = new LoopExchange(redis, commands, here, meters);
      copies.add(here);
      each.add(new SharedLooks(settings.waitingLooks(), loops.executor(loop), exchange));
    }
    meters.watch(copies);
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
}
