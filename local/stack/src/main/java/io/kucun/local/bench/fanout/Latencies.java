package io.kucun.local.bench.fanout;

/**
 * Times in nanoseconds, counted by size: to the microsecond up to a quarter of a millisecond, above
 * that to one part in 128. One thread.
 */
final class Latencies {
  private static final int EXACT = 256;
  private static final int PARTS_BITS = 7;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final double MICROS_PER_MILLI = 1e3;

  private final int[] counts = new int[index(Integer.MAX_VALUE) + 1];
  private long total;
  private long most;

  void add(long nanos) {
    long micros = Math.min(Math.max(0, nanos / NANOS_PER_MICRO), Integer.MAX_VALUE);
    counts[index(micros)]++;
    total++;
    most = Math.max(most, micros);
  }

  private static int index(long micros) {
    if (micros < EXACT) {
      return (int) micros;
    }
    int shift = Long.SIZE - Long.numberOfLeadingZeros(micros) - PARTS_BITS - 1;
    return (shift << PARTS_BITS) + (int) (micros >> shift);
  }

  /** The greatest time that falls into this place of the counts. */
  private static long micros(int index) {
    if (index < EXACT) {
      return index;
    }
    int shift = (index >> PARTS_BITS) - 1;
    long part = index - ((long) shift << PARTS_BITS);
    return ((part + 1) << shift) - 1;
  }

  /** What so large a share of the times does not exceed, in milliseconds. */
  double millis(double share) {
    long wanted = Math.max(1, (long) Math.ceil(total * share));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return Math.min(micros(i), most) / MICROS_PER_MILLI;
      }
    }
    return 0;
  }

  double most() {
    return most / MICROS_PER_MILLI;
  }
}
