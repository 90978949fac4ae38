package io.kucun.local.bench.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What clients cost that do nothing: memory of a server that was just started. */
final class IdleMemory {
  private static final int FEW = 5_000;
  private static final int MANY = 15_000;
  private static final int SETTLING_SECONDS = 10;

  /** Longer than the time between two pings. */
  private static final int HOLDING_SECONDS = 60;

  private static final double MOST_AT_MANY = 260;
  private static final double KB_PER_MB = 1024;

  private final Contenders contenders;
  private final Consumer<String> notices;

  IdleMemory(Contenders contenders, Consumer<String> notices) {
    this.contenders = contenders;
    this.notices = notices;
  }

  /** Returns the lines of the result. */
  List<String> run(Set<Competitor> competitors) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    List<Goal> goals = new ArrayList<>();
    lines.add("Memory of idle clients, RSS in MB");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-18s %8s %8s %8s %10s %14s",
            "",
            "none",
            "5,000",
            "15,000",
            "a minute on",
            "KB per client"));
    for (Competitor who : competitors) {
      if (who == Competitor.PLAIN) {
        continue;
      }
      notices.accept("Idle clients of " + who.title());
      double[] sizes = measure(contenders.start(who));
      lines.add(line(who, sizes));
      if (who.isGateway()) {
        double most = Math.max(sizes[2], sizes[3]);
        goals.add(new Goal(who.title() + ", MB at 15,000 clients", MOST_AT_MANY, most));
      }
    }
    goals.forEach(goal -> lines.add(goal.toString()));
    return lines;
  }

  private double[] measure(Target target) throws InterruptedException {
    double none = Resident.megabytes(target.pid());
    try (Crowd crowd = new Crowd(contenders, target, FEW)) {
      TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
      double few = Resident.megabytes(target.pid());
      crowd.fleet().connect(MANY - FEW);
      crowd.settle(crowd.fleet());
      TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
      double many = Resident.megabytes(target.pid());
      TimeUnit.SECONDS.sleep(HOLDING_SECONDS);
      double[] sizes = {none, few, many, Resident.megabytes(target.pid())};
      if (crowd.fleet().left() > 0) {
        notices.accept("  of which " + crowd.fleet().left() + " were disconnected");
      }
      return sizes;
    } finally {
      contenders.stop(target);
    }
  }

  private static String line(Competitor who, double[] sizes) {
    return String.format(
        Locale.ROOT,
        "%-18s %8.0f %8.0f %8.0f %10.0f %14.1f",
        who.title(),
        sizes[0],
        sizes[1],
        sizes[2],
        sizes[3],
        (sizes[2] - sizes[1]) / (MANY - FEW) * KB_PER_MB);
  }
}
