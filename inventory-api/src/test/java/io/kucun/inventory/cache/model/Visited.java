package io.kucun.inventory.cache.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of byte strings of one length, numbered as they come; exact, and about as large as the
 * strings themselves. One thread.
 */
final class Visited {
  private static final int PAGE = 1 << 12;

  private final int length;
  private final List<byte[]> pages = new ArrayList<>();
  private int[] table = new int[1 << 12];
  private int size;

  Visited(int length) {
    this.length = length;
  }

  int size() {
    return size;
  }

  /** Whether the string was not there before. */
  boolean add(byte[] string) {
    int slot = slot(string, 0);
    if (table[slot] != 0) {
      return false;
    }
    if (size % PAGE == 0) {
      pages.add(new byte[PAGE * length]);
    }
    System.arraycopy(string, 0, pages.get(size / PAGE), size % PAGE * length, length);
    table[slot] = ++size;
    if (size > table.length / 2) {
      grow();
    }
    return true;
  }

  /** Where a string is, or would be. */
  private int slot(byte[] from, int offset) {
    int slot = hash(from, offset) & (table.length - 1);
    while (table[slot] != 0 && !isAt(table[slot] - 1, from, offset)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isAt(int number, byte[] from, int offset) {
    int start = number % PAGE * length;
    return Arrays.equals(
        pages.get(number / PAGE), start, start + length, from, offset, offset + length);
  }

  private int hash(byte[] from, int offset) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = hash * 0x01000193 + from[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  private void grow() {
    table = new int[table.length * 2];
    for (int number = 0; number < size; number++) {
      table[slot(pages.get(number / PAGE), number % PAGE * length)] = number + 1;
    }
  }
}
