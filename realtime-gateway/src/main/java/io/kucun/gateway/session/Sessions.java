package io.kucun.gateway.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The open sockets of this node. Safe for any thread. */
@Singleton
final class Sessions {

  private final Set<Session> open = ConcurrentHashMap.newKeySet();
  private final Object change = new Object();

  void add(Session session) {
    open.add(session);
  }

  void remove(Session session) {
    open.remove(session);
    synchronized (change) {
      change.notifyAll();
    }
  }

  List<Session> all() {
    return List.copyOf(open);
  }

  int count() {
    return open.size();
  }

  long mostWaiting() {
    return open.stream().mapToLong(Session::waiting).max().orElse(0);
  }

  void forEach(Consumer<Session> action) {
    open.forEach(action);
  }

  /** Waits until there is none, at most so long. Blocks: not for an event loop. */
  void awaitNone(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (change) {
      while (!open.isEmpty()) {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
          return;
        }
        change.wait(millis);
      }
    }
  }
}
