package io.kucun.local.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/** A rule for the packages below a root, so that it can be tried on planted ones. */
record Rule(String name, Function<String, ArchRule> rule) {
  ArchRule in(String root) {
    return rule.apply(root);
  }

  @Override
  public String toString() {
    return name;
  }
}
