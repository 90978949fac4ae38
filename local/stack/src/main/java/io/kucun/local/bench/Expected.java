package io.kucun.local.bench;

/**
 * What an answer must be.
 *
 * @param status 0 for any
 * @param mark stands in the head; empty for nothing special
 * @param length of the body; negative for any
 */
record Expected(int status, String mark, int length) {
  /** For answers that only fill a cache. */
  static final Expected ANYTHING = new Expected(0, "", -1);

  boolean takes(int givenStatus, int givenLength) {
    return (status == 0 || status == givenStatus) && (length < 0 || length == givenLength);
  }

  boolean isMarked(String head) {
    return head.contains(mark);
  }
}
