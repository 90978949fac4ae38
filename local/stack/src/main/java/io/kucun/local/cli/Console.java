package io.kucun.local.cli;

import io.kucun.local.stack.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the user sees. Safe for all threads: each call is one whole line. */
final class Console implements Progress {
  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** A line of the result; false if nobody reads any more. */
  synchronized boolean line(String text) {
    out.println(text);
    return !out.checkError();
  }

  /** A line about what goes on, kept apart from the result. */
  synchronized void notice(String text) {
    err.println(text);
    err.flush();
  }

  /** A line that says what is wrong. */
  void error(String text) {
    notice("kucun: " + text);
  }

  /** The same, of an exception whose message is for people. */
  void error(Exception e) {
    error(String.valueOf(e.getMessage()));
  }

  /** A bug. */
  synchronized void trace(Throwable e) {
    e.printStackTrace(err);
  }

  @Override
  public void done(String what, String where, Duration took) {
    line(String.format(Locale.ROOT, "  %-18s %-44s %6.1f s", what, where, took.toMillis() / 1e3));
  }
}
