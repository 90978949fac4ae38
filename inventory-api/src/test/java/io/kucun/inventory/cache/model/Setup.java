package io.kucun.inventory.cache.model;

import java.util.List;

/**
 * Who takes part.
 *
 * @param writers for each writer the set of tags that its write touches
 * @param readers for each reader the process that it runs in, in ascending order
 * @param restores how often old data of Redis may come back, by a restart or a failover
 */
record Setup(String name, List<Integer> writers, List<Integer> readers, int restores) {
  static final int PRODUCT = 1;
  static final int STOCK = 2;

  /** One writer of one tag, readers in these processes, and old data that never comes back. */
  static Setup of(String name, Integer... processes) {
    return new Setup(name, List.of(PRODUCT), List.of(processes), 0);
  }

  Setup writing(Integer... tagsOfEach) {
    return new Setup(name, List.of(tagsOfEach), readers, restores);
  }

  Setup restoring(int times) {
    return new Setup(name, writers, readers, times);
  }

  int processes() {
    return readers.getLast() + 1;
  }

  /** All tags that anybody touches; the others never change. */
  int tags() {
    return touchedBy(-1);
  }

  /** The tags that a set of writes touches. */
  int touchedBy(int writes) {
    int tags = 0;
    for (int i = 0; i < writers.size(); i++) {
      tags |= (writes >> i & 1) == 1 ? writers.get(i) : 0;
    }
    return tags;
  }

  @Override
  public String toString() {
    return name;
  }
}
