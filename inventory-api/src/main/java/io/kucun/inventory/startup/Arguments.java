package io.kucun.inventory.startup;

import java.util.List;
import java.util.stream.Stream;

/** The words of the command line: everything is configured by variables, so there is only one. */
final class Arguments {
  /** Asks for a look at the environment, without a start. */
  static final String CHECK = "check";

  private static final String INSTEAD =
      "': variables configure the service, and 'check' looks at them without starting it";

  private Arguments() {}

  /** A line for each word that is another; behind an equals sign there may be a secret. */
  static List<String> faults(String... arguments) {
    return Stream.of(arguments)
        .filter(argument -> !argument.equals(CHECK))
        .map(argument -> argument.replaceFirst("=.*", "=..."))
        .map(argument -> "There is no argument '" + argument + INSTEAD)
        .toList();
  }
}
