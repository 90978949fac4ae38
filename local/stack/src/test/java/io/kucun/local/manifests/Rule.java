package io.kucun.local.manifests;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that holds for every installation of ours.
 *
 * @param findings a line for each place where it does not
 */
record Rule(String name, Function<Manifests, Stream<String>> findings) {
  static final List<Rule> ALL =
      Stream.of(
              ContainerRules.ALL, PodRules.ALL, RolloutRules.ALL, TrafficRules.ALL, ReachRules.ALL)
          .flatMap(List::stream)
          .toList();

  List<String> judge(Manifests manifests) {
    return findings.apply(manifests).toList();
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
