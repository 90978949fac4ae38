package io.kucun.inventory.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A condition over only those filters that a request names; values are parameters, never part of
 * the text.
 */
public final class Where {
  private final StringBuilder text;
  private final Map<String, Object> parameters = new HashMap<>();

  private Where(String start) {
    this.text = new StringBuilder(start);
  }

  private Where(Where base) {
    this(base.text());
    parameters.putAll(base.parameters);
  }

  /** Every row. */
  public static Where all() {
    return new Where("1 = 1");
  }

  /** The rows of this condition. */
  public static Where of(String condition) {
    return new Where(condition);
  }

  /** Narrows it by a condition that uses {@code :name}, if there is a value. */
  public Where and(String condition, String name, Optional<?> value) {
    value.ifPresent(given -> {
      text.append(" and (").append(condition).append(')');
      parameters.put(name, given);
    });
    return this;
  }

  /** A narrower condition, with its values; this one stays as it is. */
  Where and(String condition, Map<String, ?> values) {
    Where narrower = new Where(this);
    narrower.text.append(" and (").append(condition).append(')');
    narrower.parameters.putAll(values);
    return narrower;
  }

  /** The condition, followed by this order. */
  public String orderedBy(String order) {
    return text + " order by " + order;
  }

  /** The condition. */
  public String text() {
    return text.toString();
  }

  /** The values. */
  public Map<String, Object> parameters() {
    return Map.copyOf(parameters);
  }
}
