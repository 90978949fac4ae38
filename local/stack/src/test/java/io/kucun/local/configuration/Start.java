package io.kucun.local.configuration;

import java.util.List;
import java.util.Map;

/**
 * A start of a service.
 *
 * @param name what is wrong
 * @param module which service
 * @param changes to an environment with which it would be ready
 * @param lines what it has to say, each a regular expression that fits a part of just one line
 */
record Start(String name, String module, Map<String, String> changes, List<String> lines) {
  static Start of(String module, String name, Map<String, String> changes, String... lines) {
    return new Start(name, module, changes, List.of(lines));
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return module + ": " + name;
  }
}
