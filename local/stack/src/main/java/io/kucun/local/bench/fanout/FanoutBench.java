package io.kucun.local.bench.fanout;

import io.kucun.local.bench.Cpu;
import io.kucun.local.bench.NodeHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One run: starts the servers and has them measured. */
final class FanoutBench {
  private final FanoutOptions options;
  private final Consumer<String> notices;
  private final Consumer<String> results;

  FanoutBench(FanoutOptions options, Consumer<String> notices, Consumer<String> results) {
    this.options = options;
    this.notices = notices;
    this.results = results;
  }

  /** Whether all is well as far as it is judged. */
  boolean run(Path root, Path directory) throws InterruptedException {
    Cpu.require();
    Set<Competitor> competitors = competitors();
    Set<Scenario> scenarios = options.scenarios();
    requireFiles(competitors, scenarios);
    Contenders contenders = new Contenders(root, directory, options.jvm());
    Thread atExit = new Thread(contenders::close, "bench-end");
    Runtime.getRuntime().addShutdownHook(atExit);
    try (contenders) {
      if (options.churnMinutes() > 0) {
        return new Churn(contenders, results).run(options.churnMinutes());
      }
      if (scenarios.contains(Scenario.IDLE)) {
        new IdleMemory(contenders, notices).run(competitors).forEach(results);
      }
      scenarios.remove(Scenario.IDLE);
      if (!scenarios.isEmpty()) {
        loads(contenders, competitors, scenarios);
      }
      return true;
    }
  }

  private Set<Competitor> competitors() {
    Set<Competitor> competitors = options.competitors();
    if (options.churnMinutes() > 0) {
      return EnumSet.of(Competitor.SHIPPED);
    }
    if (competitors.contains(Competitor.NODE)) {
      NodeHome.require();
    }
    if (competitors.contains(Competitor.FLOOR) && Floor.compiler().isEmpty()) {
      notices.accept(Floor.ABSENT);
      competitors.remove(Competitor.FLOOR);
    }
    return competitors;
  }

  /** This process holds the clients of all contestants of a load at once. */
  private static void requireFiles(Set<Competitor> competitors, Set<Scenario> scenarios) {
    int most = 0;
    for (Scenario scenario : scenarios) {
      int fleets = scenario.isComparison() ? taking(scenario, competitors).size() : 1;
      most = Math.max(most, fleets * scenario.load().connections());
    }
    OpenFiles.require(most);
  }

  /** So many clients of every contestant would be too many sockets for one process. */
  private static Set<Competitor> taking(Scenario scenario, Set<Competitor> competitors) {
    Set<Competitor> taking = EnumSet.copyOf(competitors);
    if (scenario == Scenario.WIDE && taking.size() > 1) {
      taking.remove(Competitor.PLAIN);
    }
    return taking;
  }

  private void loads(Contenders contenders, Set<Competitor> competitors, Set<Scenario> scenarios) {
    List<Target> targets = new ArrayList<>();
    for (Competitor who : competitors) {
      notices.accept("Starting " + who.title());
      targets.add(contenders.start(who));
    }
    for (Scenario scenario : scenarios) {
      if (scenario.isComparison()) {
        Set<Competitor> taking = taking(scenario, competitors);
        List<Target> measured = targets.stream().filter(it -> taking.contains(it.who())).toList();
        new Comparison(contenders, options, notices)
            .run(measured, scenario.load())
            .forEach(results);
      } else {
        StalledReaders stalled = new StalledReaders(contenders, options, notices);
        targets.stream()
            .filter(target -> target.who().isGateway() && target.who() != Competitor.PLAIN)
            .forEach(target -> {
              results.accept(target.who().title());
              stalled.run(target, scenario.load()).forEach(results);
            });
      }
    }
  }
}
