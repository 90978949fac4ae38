package io.kucun.inventory.csv;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file: every faulty line is there, and of each line everything, until there
 * is so much of it that one entry per line must do.
 */
public final class Flaws {
  private static final int IN_FULL = 10_000;

  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<Integer> lines = new HashSet<>();

  /** Adds one. */
  public void add(int line, @Nullable String column, String code, Message message) {
    if (lines.add(line) || flaws.size() < IN_FULL) {
      flaws.add(Flaw.cell(line, column, code, message));
    }
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return flaws.isEmpty();
  }

  boolean has(int line) {
    return lines.contains(line);
  }

  /**
   * Ends an import that found any.
   *
   * @throws ProblemException 400 with all of them, by line
   */
  public void raise() {
    if (!flaws.isEmpty()) {
      flaws.sort(Comparator.comparing(Flaw::line, Comparator.nullsFirst(Integer::compare)));
      throw new ProblemException(Refusal.of(ProblemCode.CSV_INVALID, List.copyOf(flaws)));
    }
  }
}
