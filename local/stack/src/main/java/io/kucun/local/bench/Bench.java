package io.kucun.local.bench;

import io.kucun.local.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One run: starts the servers, warms them, and lets them take turns. */
public final class Bench {
  /** Less than this is no improvement any more. */
  private static final double FLAT = 0.97;

  private static final int LONGEST_WARM_UP = 4;
  private static final int ATTEMPTS = 3;

  private final Options options;
  private final Consumer<String> notices;

  /**
   * With those options.
   *
   * @param notices hears what goes on
   */
  public Bench(Options options, Consumer<String> notices) {
    this.options = options;
    this.notices = notices;
  }

  /** Returns the lines of the result. */
  public List<String> run(Path root, Path directory) {
    Cpu.require();
    if (options.measures(Contestant.NODE, Contestant.NODE_MANY)) {
      NodeHome.require();
    }
    Rig rig = new Rig(root, directory);
    Thread atExit = new Thread(rig::close, "bench-end");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      notices.accept("Starting the servers");
      Meter meter = new Meter(rig.start(options, notices), options.connections());
      if (rig.targets().isEmpty()) {
        throw new StackException("nothing is left to be measured");
      }
      rig.targets().forEach((who, target) -> warm(meter, who, target));
      return new Report(rounds(meter, rig.targets())).lines();
    } finally {
      rig.close();
    }
  }

  /** Until it takes no less time any more. */
  private void warm(Meter meter, Contestant who, Target target) {
    Duration window = Duration.ofSeconds(options.seconds());
    List<String> shown = new ArrayList<>();
    double last = Double.MAX_VALUE;
    int longest = options.warmUp() * LONGEST_WARM_UP;
    for (int spent = 0; spent < longest; spent += options.seconds()) {
      // A server that is still being compiled may be too slow for its own limits.
      double now = meter.measure(who, target.lenient(), window).service();
      shown.add(String.format(Locale.ROOT, "%.1f", now));
      if (spent + options.seconds() >= options.warmUp() && now > last * FLAT) {
        break;
      }
      last = now;
    }
    notices.accept("Warm: " + who.title() + ", µs per request: " + String.join(" ", shown));
  }

  private Samples rounds(Meter meter, Map<Contestant, Target> targets) {
    Duration window = Duration.ofSeconds(options.seconds());
    Samples samples = new Samples();
    for (int round = 1; round <= options.rounds(); round++) {
      targets.forEach((who, target) -> samples.add(who, clean(meter, who, target, window)));
      notices.accept("Round " + round + " of " + options.rounds() + ": " + samples.last());
    }
    return samples;
  }

  /** Only what was measured with expected answers counts. */
  private Sample clean(Meter meter, Contestant who, Target target, Duration window) {
    String reason = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return meter.measure(who, target, window);
      } catch (UnexpectedAnswer e) {
        reason = String.valueOf(e.getMessage());
        notices.accept("Once more: " + reason);
      }
    }
    throw new StackException("gave up after " + ATTEMPTS + " attempts: " + reason);
  }
}
