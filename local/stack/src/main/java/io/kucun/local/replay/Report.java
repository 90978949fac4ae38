package io.kucun.local.replay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The summary of a replay. */
final class Report {
  private final Consumer<String> out;

  Report(Consumer<String> out) {
    this.out = out;
  }

  void print(Tally tally, long requests, Duration took, List<Check> checks) {
    Tally.Counts counts = tally.counts();
    double seconds = Math.max(0.001, took.toMillis() / 1e3);
    line("");
    line(text("%,d lines read", counts.read()));
    line(text("  %,d sold, in %,d orders", counts.sold(), counts.orders()));
    line(text("  %,d returned", counts.returned()));
    line(text("  %,d skipped", counts.skipped()));
    tally.skippedByReason().forEach(reason -> line("    " + reason));
    line(text("  %,d failed", counts.failed()));
    tally.failures().forEach(failure -> line("    " + failure));
    line(
        text(
            "%.1f s: %,.0f lines, %,.1f orders, %,.0f requests a second",
            seconds, counts.read() / seconds, counts.orders() / seconds, requests / seconds));
    line("");
    for (Check check : checks) {
      line((check.holds() ? "ok    " : "FAIL  ") + check.what() + ": " + check.detail());
    }
    line("");
    line(Replay.ATTRIBUTION);
  }

  private void line(String text) {
    out.accept(text);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
