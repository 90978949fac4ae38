package io.kucun.local.bench.fanout;

import io.kucun.local.stack.StackException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The constants of an enum as they are written on the command line. */
final class Words {
  private Words() {}

  static String of(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** Those named; some others if none is. An unknown word is a {@link StackException}. */
  static <E extends Enum<E>> Set<E> chosen(
      Class<E> type, String option, List<String> words, Set<E> otherwise) {
    Set<E> chosen = EnumSet.noneOf(type);
    for (String word : words) {
      chosen.add(named(type, option, word));
    }
    return words.isEmpty() ? otherwise : chosen;
  }

  private static <E extends Enum<E>> E named(Class<E> type, String option, String word) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    String known = all.stream().map(Words::of).collect(Collectors.joining(", "));
    return all.stream()
        .filter(one -> of(one).equals(word))
        .findFirst()
        .orElseThrow(() -> new StackException(option + " knows no '" + word + "', only " + known));
  }
}
