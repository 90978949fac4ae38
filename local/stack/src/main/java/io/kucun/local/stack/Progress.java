package io.kucun.local.stack;

import java.time.Duration;

/** Told of each step that is done. */
public interface Progress {
  /** A step is done: what, where it is, and how long it took. */
  void done(String what, String where, Duration took);
}
