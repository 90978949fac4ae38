package io.kucun.local.testing;

import java.util.Set;

/**
 * A metric as Prometheus knows it.
 *
 * @param name of the family; a summary's samples are named {@code _sum} and {@code _count}, and a
 *     histogram has {@code _bucket} besides
 * @param type {@code counter}, {@code gauge}, {@code summary} or {@code histogram}
 * @param labels what its samples are told apart by
 * @param what it counts or measures
 */
public record Metric(String name, String type, Set<String> labels, String what) {}
