package io.kucun.inventory.cache;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The context of whoever asks: a session with the database must not be continued on another. */
final class Here {
  private Here() {}

  /** Runs tasks on the current context; at once where there is none. */
  static Executor executor() {
    return executor(Vertx.currentContext());
  }

  /** The same of a context that was the current one. */
  static Executor executor(@Nullable Context context) {
    return context == null ? Runnable::run : task -> context.runOnContext(now -> task.run());
  }

  /** Runs a task on a context: at once if that is of an event loop, and the caller is on it. */
  static void run(@Nullable Context context, Runnable task) {
    if (context instanceof ContextInternal here
        && here.isEventLoopContext()
        && here.nettyEventLoop().inEventLoop()) {
      here.dispatch(task);
    } else {
      executor(context).execute(task);
    }
  }
}
