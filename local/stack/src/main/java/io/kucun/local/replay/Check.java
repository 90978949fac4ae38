package io.kucun.local.replay;

/**
 * One thing that must hold.
 *
 * @param holds whether it does
 * @param detail the numbers that show it
 */
record Check(String what, boolean holds, String detail) {
  static Check equal(String what, String left, long one, String right, long other) {
    return new Check(what, one == other, one + " " + left + ", " + other + " " + right);
  }
}
