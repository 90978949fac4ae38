package io.kucun.local.bench.fanout;

import io.kucun.local.bench.Web;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Clients that come, subscribe, receive and go for a long time, and what becomes of memory. */
final class Churn {
  private static final int THERE = 1_000;
  private static final int PER_SECOND = 50;
  private static final Load LOAD = new Load(THERE, 20, 2);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int SECONDS = 60;

  /** Minutes until the events that a channel keeps are as many as they get, and a bit. */
  private static final int SETTLED = 6;

  private static final int FEWEST = 4;

  /** What it may grow by in an hour, of what it is. */
  private static final double MOST_GROWTH = 0.05;

  private static final int MINUTES_PER_HOUR = 60;
  private static final double BYTES_PER_MB = 1 << 20;

  private final Contenders contenders;
  private final Consumer<String> lines;
  private final List<Double> resident = new ArrayList<>();
  private final List<Double> heap = new ArrayList<>();

  Churn(Contenders contenders, Consumer<String> lines) {
    this.contenders = contenders;
    this.lines = lines;
  }

  /** Whether memory stayed flat and no message was lost. */
  boolean run(int minutes) {
    Target target = contenders.start(Competitor.SHIPPED);
    lines.accept(
        THERE + " clients, of whom " + PER_SECOND + " go each second and others come; " + LOAD);
    try (Crowd crowd = new Crowd(contenders, target, THERE)) {
      for (int minute = 0; minute <= minutes; minute++) {
        for (int second = 0; minute > 0 && second < SECONDS; second++) {
          crowd.fleet().leave(PER_SECOND);
          crowd.publisher().run(LOAD, SECOND);
          crowd.fleet().connect(PER_SECOND);
        }
        sample(minute, target, crowd);
      }
      return verdict(crowd);
    }
  }

  private void sample(int minute, Target target, Crowd crowd) {
    double now = Resident.megabytes(target.pid());
    double live = liveHeap(target);
    if (minute > 0) {
      resident.add(now);
      heap.add(live);
    }
    lines.accept(
        String.format(
            Locale.ROOT,
            "  minute %3d: RSS %6.1f MB, live heap %6.2f MB, %d clients, %d disconnected, %d faults",
            minute,
            now,
            live,
            crowd.fleet().open(),
            crowd.fleet().left(),
            crowd.fleet().faults()));
  }

  /** After a collection that the JVM is asked for. */
  private static double liveHeap(Target target) {
    try {
      int code =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(target.pid()),
                  "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (code != 0) {
        throw new StackException("jcmd cannot reach the gateway");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted");
    }
    String metrics = Web.text("http://127.0.0.1:" + target.management() + "/q/metrics");
    return Metrics.sum(metrics, "jvm_memory_used_bytes", "area=\"heap\"") / BYTES_PER_MB;
  }

  private boolean verdict(Crowd crowd) {
    boolean whole = crowd.fleet().faults() == 0 && crowd.fleet().left() == 0;
    lines.accept(whole ? "  met    nothing was lost" : "  MISSED messages or clients were lost");
    if (resident.size() < SETTLED + FEWEST) {
      lines.accept("  Too short to say whether memory is flat: " + (SETTLED + FEWEST) + " minutes");
      return whole;
    }
    boolean flatResident = flat("RSS", resident);
    boolean flatHeap = flat("live heap", heap);
    return whole && flatResident && flatHeap;
  }

  private boolean flat(String what, List<Double> points) {
    List<Double> settled = points.subList(Math.max(SETTLED, points.size() / 3), points.size());
    double growth = Slope.of(settled) * MINUTES_PER_HOUR / settled.getLast();
    Goal goal = new Goal(what + ", growth in an hour, of the whole", MOST_GROWTH, growth);
    lines.accept(goal + " (over " + settled.size() + " minutes)");
    return goal.isMet();
  }
}
