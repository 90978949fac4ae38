package io.kucun.inventory.cache.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Visits every state that a model can reach, each once, nearest first, and stops at the first step
 * that answers a read with a stale value: no shorter way leads to one.
 */
final class Explorer {
  private final Model model;
  private final int bound;
  private final Canon canon;
  private final Visited visited;
  private final Queue<State> frontier = new ArrayDeque<>();
  private final Set<Act> acts = EnumSet.noneOf(Act.class);

  /** For each state, by number: the one it was found from, and by which of its steps. */
  private int[] parents = new int[1 << 12];

  private byte[] choices = new byte[1 << 12];
  private long transitions;

  private Explorer(Model model, int bound) {
    this.model = model;
    this.bound = bound;
    this.canon = model.canon();
    this.visited = new Visited(canon.length());
  }

  /** Explores a model, but no more states than the bound. */
  static Outcome explore(Model model, int bound) {
    return new Explorer(model, bound).explore();
  }

  private Outcome explore() {
    discover(model.initial(), 0, 0);
    for (int number = 0; !frontier.isEmpty(); number++) {
      List<Step> steps = model.steps(frontier.remove());
      for (int choice = 0; choice < steps.size(); choice++) {
        Step step = steps.get(choice);
        transitions++;
        acts.add(step.act());
        if (step.stale()) {
          return outcome(false, trace(number, choice));
        }
        discover(step.next(), number, choice);
      }
      if (visited.size() > bound) {
        return outcome(false, List.of());
      }
    }
    return outcome(true, List.of());
  }

  private Outcome outcome(boolean complete, List<Step> trace) {
    return new Outcome(model.toString(), visited.size(), transitions, complete, acts, trace);
  }

  private void discover(State state, int parent, int choice) {
    if (visited.add(canon.of(state))) {
      int number = visited.size() - 1;
      if (number == parents.length) {
        parents = Arrays.copyOf(parents, number * 2);
        choices = Arrays.copyOf(choices, number * 2);
      }
      parents[number] = parent;
      choices[number] = (byte) choice;
      frontier.add(state);
    }
  }

  /** The steps from the beginning to a state, and one more. */
  private List<Step> trace(int number, int last) {
    List<Integer> way = new ArrayList<>(List.of(last));
    for (int state = number; state != 0; state = parents[state]) {
      way.add((int) choices[state]);
    }
    Collections.reverse(way);
    List<Step> trace = new ArrayList<>();
    State state = model.initial();
    for (int choice : way) {
      Step step = model.steps(state).get(choice);
      trace.add(step);
      state = step.next();
    }
    return trace;
  }
}
