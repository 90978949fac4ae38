package io.kucun.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result as a table: medians over the rounds, with the least and the greatest. */
record Report(Samples samples) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-26s %8s %15s %8s %10s %16s %16s",
            "",
            "CPU µs",
            "(range)",
            "Redis µs",
            "req/s",
            "x Node",
            "x nginx"));
    for (Contestant who : samples.contestants()) {
      Spread service = samples.of(who, Sample::service);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-26s %8.1f %15s %8.1f %10.0f %16s %16s",
              who.title(),
              service.median(),
              service.range(1),
              samples.of(who, Sample::redis).median(),
              samples.of(who, Sample::perSecond).median(),
              ratio(who, Contestant.NODE),
              ratio(who, Contestant.NGINX)));
    }
    return lines;
  }

  private String ratio(Contestant who, Contestant other) {
    if (who == other || !samples.contestants().contains(other)) {
      return "";
    }
    Spread ratio = samples.ratio(who, other);
    return ratio.shown(2);
  }
}
