package io.kucun.local.replay;

import io.kucun.local.client.ClientException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first failure among tasks of several threads; after it, no more are done. */
final class Failure {
  private final AtomicReference<@Nullable ClientException> first = new AtomicReference<>();

  void guard(Runnable task) {
    if (first.get() != null) {
      return;
    }
    try {
      task.run();
    } catch (ClientException e) {
      first.compareAndSet(null, e);
    }
  }

  void throwIfAny() {
    ClientException failure = first.get();
    if (failure != null) {
      throw failure;
    }
  }
}
