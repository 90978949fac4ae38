package io.kucun.inventory.redis;

/** What becomes of a service that was given a Redis with which it can never work. */
@FunctionalInterface
public interface Refusal {
  /**
   * Is told once, and only if no Redis has been of use before.
   *
   * @param line names the variable, what is wrong with it, and what to do
   */
  void refuse(String line);
}
