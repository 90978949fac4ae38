package io.kucun.inventory.redis;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The event loops of this process, numbered. Immutable. */
public final class EventLoops {
  private final List<Context> contexts = new ArrayList<>();
  private final Map<EventLoop, Integer> numbers = new HashMap<>();

  /** Those of one Vert.x; a caller on the loop of another is on none. */
  public EventLoops(Vertx vertx) {
    VertxInternal internal = (VertxInternal) vertx;
    for (EventExecutor executor : internal.getEventLoopGroup()) {
      if (executor instanceof EventLoop loop) {
        numbers.put(loop, contexts.size());
        contexts.add(internal.createEventLoopContext(loop, null, null));
      }
    }
  }

  public int count() {
    return contexts.size();
  }

  /** Runs tasks on the loop with that number. */
  public Executor executor(int number) {
    Context context = contexts.get(number);
    return task -> context.runOnContext(now -> task.run());
  }

  /** The number of the loop that the caller runs on, or would go on; -1 if it is on none. */
  public int current() {
    return Vertx.currentContext() instanceof ContextInternal here
        ? numbers.getOrDefault(here.nettyEventLoop(), -1)
        : -1;
  }

  /** The number of the loop whose thread the caller is on; -1 on any other thread. */
  public int running() {
    return Vertx.currentContext() instanceof ContextInternal here
            && here.nettyEventLoop().inEventLoop()
        ? numbers.getOrDefault(here.nettyEventLoop(), -1)
        : -1;
  }
}
