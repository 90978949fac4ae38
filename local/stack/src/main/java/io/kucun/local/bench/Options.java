package io.kucun.local.bench;

import io.kucun.local.stack.StackException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a bench is run.
 *
 * @param seconds how long a contestant is measured in a round
 * @param rounds how often each is measured
 * @param warmUp seconds of load before the first round, at least
 * @param connections requests in flight, each on a connection of its own
 * @param payload the size of the list, in kB
 * @param keys keys that Redis holds besides
 * @param contestants who is measured, in their order
 */
public record Options(
    int seconds,
    int rounds,
    int warmUp,
    int connections,
    int payload,
    int keys,
    Set<Contestant> contestants) {

  private static final int MOST_KEYS = 1_000_000;

  /** Checks each; what is refused is a {@link StackException} that names it. */
  public Options {
    require("--seconds", seconds, 1, 600);
    require("--rounds", rounds, 1, 100);
    require("--warm-up", warmUp, 0, 600);
    require("--connections", connections, 1, 1_000);
    require("--payload", payload, 1, 100);
    require("--keys", keys, 0, MOST_KEYS);
  }

  /**
   * Those named, or those that are always measured.
   *
   * @param lists of names, each with commas
   */
  public static Set<Contestant> chosen(List<String> lists) {
    if (lists.isEmpty()) {
      return EnumSet.range(Contestant.SHIPPED, Contestant.NGINX);
    }
    Set<Contestant> chosen = EnumSet.noneOf(Contestant.class);
    for (String list : lists) {
      for (String name : list.split(",", -1)) {
        chosen.add(Contestant.named(name));
      }
    }
    return chosen;
  }

  /** Whether any of these is measured. */
  boolean measures(Contestant... any) {
    return new ArrayList<>(List.of(any)).removeAll(contestants);
  }

  /** Refuses what is out of bounds, by a {@link StackException} that names the option. */
  public static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new StackException(
          name + " is a number from " + least + " to " + most + ", not " + value);
    }
  }
}
