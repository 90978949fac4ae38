package io.kucun.local.bench;

import io.kucun.local.rig.Await;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.RigPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A bench of the event log: how long a commit takes to a subscriber, and how fast many drain. */
@Command(
    name = "events",
    description = {
      "Measures events on servers of its own: from the commit of a write, by PostgreSQL, to its"
          + " message at a subscriber, at a steady rate on one and on two replicas in turn; then"
          + " how fast the events of a large import are carried."
    })
public final class EventBench implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int PRODUCTS = 500;
  private static final int WIDE = 100;

  /** Of one file. */
  private static final int MOST_ROWS = 50_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "Writes a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "How long each round takes (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How often each is measured (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "60",
      description = "Seconds of writes to each replica before the first round (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--rows",
      defaultValue = "50000",
      description = "Rows of the imports (${DEFAULT-VALUE}).")
  private int rows;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.require("--rate", rate, 1, 10_000);
    Options.require("--seconds", seconds, 1, 600);
    Options.require("--rounds", rounds, 1, 100);
    Options.require("--warm-up", warmUp, 0, 600);
    Options.require("--rows", rows, 1, MOST_ROWS);
    try (Rig rig = new Rig(RigPlan.measured("kucun-bench", 2))) {
      say("Starting two replicas");
      rig.start();
      steady(rig);
      drain(rig);
    }
    return 0;
  }

  private void steady(Rig rig) throws IOException, InterruptedException {
    List<String> products;
    try (HttpLine line = rig.line(rig.replicas().getFirst())) {
      products = Goods.create(line, "steady", PRODUCTS);
    }
    Commits commits = new Commits(rig.postgres());
    if (warmUp > 0) {
      say("Warming up");
      for (Replica replica : rig.replicas()) {
        new SteadyWrites(rig, products, rate).run(List.of(replica), Duration.ofSeconds(warmUp));
      }
    }
    List<Long> one = new ArrayList<>();
    List<Long> two = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Replica other = rig.replicas().getLast();
      other.freeze();
      settled(rig);
      one.addAll(measure("one replica", rig, products, commits));
      other.thaw();
      Await.until("both are ready", LIMIT, other::isUp);
      two.addAll(measure("two replicas", rig, products, commits));
    }
    say("Commit to PUBLISH, all rounds");
    say("  one replica   " + Delays.of(one));
    say("  two replicas  " + Delays.of(two));
  }

  /** Whoever led may be frozen: the other leads when something is published again. */
  private void settled(Rig rig) throws IOException, InterruptedException {
    List<String> product;
    try (HttpLine line = rig.line(rig.replicas().getFirst());
        Arrivals arrivals = new Arrivals(rig.redis().port())) {
      product = Goods.create(line, "settled" + System.nanoTime(), 1);
      new SteadyWrites(rig, product, 1)
          .run(List.of(rig.replicas().getFirst()), Duration.ofSeconds(1));
      Await.until("the event arrives", LIMIT, () -> arrivals.count() > 0);
    }
  }

  private List<Long> measure(String what, Rig rig, List<String> products, Commits commits)
      throws IOException, InterruptedException {
    commits.fresh();
    try (Arrivals arrivals = new Arrivals(rig.redis().port())) {
      List<Replica> up = rig.replicas().stream().filter(Replica::isUp).toList();
      SteadyWrites.Result result =
          new SteadyWrites(rig, products, rate).run(up, Duration.ofSeconds(seconds));
      Await.until(
          "all events have arrived",
          LIMIT,
          () -> result.movements().stream().allMatch(it -> arrivals.of(it) != null));
      List<Long> delays = new ArrayList<>();
      for (Map.Entry<String, Long> commit : commits.fresh().entrySet()) {
        Long arrived = arrivals.of(commit.getKey());
        if (arrived != null) {
          delays.add(arrived - commit.getValue());
        }
      }
      say(
          String.format(
              Locale.ROOT,
              "  %-13s %6.1f writes/s, %d failed, commit to PUBLISH %s, answers %s, sent late %s",
              what,
              result.perSecond(),
              result.failures(),
              Delays.of(delays),
              result.answers(),
              result.lateness()));
      return delays;
    }
  }

  private void drain(Rig rig) throws IOException {
    say("Drain of an import, two replicas");
    Drain drain = new Drain(rig, rows);
    for (int round = 1; round <= rounds; round++) {
      String name = "wide" + round + "r";
      String again = "again" + round + "r";
      try (HttpLine line = rig.line(rig.replicas().getFirst())) {
        Goods.create(line, name, WIDE);
        Goods.create(line, again, WIDE);
      }
      say(drain.atOnce(name, WIDE, new Commits(rig.postgres())));
      say(drain.afterOutage(again, WIDE));
    }
  }

  private void say(String line) {
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }
}
