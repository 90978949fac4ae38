package io.kucun.gateway.hub;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where in a log the messages of each name are, in order; so that nobody has to look at others. */
final class Places {

  /** What comes after the last one. */
  static final long NONE = Long.MAX_VALUE;

  private static final int FIRST_CAPACITY = 2;

  private final Map<String, Row> rows = new HashMap<>();

  void addLast(@Nullable String name, long sequence) {
    if (name != null) {
      rows.computeIfAbsent(name, n -> new Row()).addLast(sequence);
    }
  }

  void addFirst(@Nullable String name, long sequence) {
    if (name != null) {
      rows.computeIfAbsent(name, n -> new Row()).addFirst(sequence);
    }
  }

  void removeFirst(@Nullable String name) {
    Row row = name == null ? null : rows.get(name);
    if (row != null && row.removeFirst()) {
      rows.remove(name);
    }
  }

  void clear() {
    rows.clear();
  }

  /** The first after this one; {@link #NONE} if there is none. */
  long next(String name, long after) {
    Row row = rows.get(name);
    return row == null ? NONE : row.next(after);
  }

  private static final class Row {
    private long[] ring = new long[FIRST_CAPACITY];
    private int first;
    private int size;

    void addLast(long sequence) {
      growIfFull();
      ring[slot(size)] = sequence;
      size++;
    }

    void addFirst(long sequence) {
      growIfFull();
      first = slot(-1);
      ring[first] = sequence;
      size++;
    }

    /** True if none is left. */
    boolean removeFirst() {
      first = slot(1);
      size--;
      return size == 0;
    }

    long next(long after) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (ring[slot(middle)] > after) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low == size ? NONE : ring[slot(low)];
    }

    private int slot(int index) {
      return (first + index) & (ring.length - 1);
    }

    private void growIfFull() {
      if (size == ring.length) {
        long[] larger = new long[ring.length * 2];
        for (int i = 0; i < size; i++) {
          larger[i] = ring[slot(i)];
        }
        ring = larger;
        first = 0;
      }
    }
  }
}
