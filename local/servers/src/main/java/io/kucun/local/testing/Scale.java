package io.kucun.local.testing;

/** The size of a test: one number for every build and one for a soak run. */
public final class Scale {
  /** The system property that is {@code true} in a soak run. */
  public static final String PROPERTY = "kucun.soak";

  private Scale() {}

  /** The first size in a normal run, the second in a soak run. */
  public static int of(int inTest, int inSoak) {
    return isSoak() ? inSoak : inTest;
  }

  /** Whether this is a soak run. */
  public static boolean isSoak() {
    return Boolean.getBoolean(PROPERTY);
  }
}
