package io.kucun.inventory.cache.model;

/**
 * One Redis server and what it holds for the key.
 *
 * @param run the name of its present run
 * @param product the generation of the first tag, 0 if there is none
 * @param stock the generation of the second tag, 0 if there is none
 */
record Redis(int run, int product, int stock, Entry entry, Lease lease) {
  /** The run of data that is not served. */
  static final int SAVED = 1;

  static final Redis NONE = new Redis(0, 0, 0, Entry.NONE, Lease.NONE);

  /** A cached value; a value below zero is none. */
  record Entry(Stamp stamp, int value) {
    static final Entry NONE = new Entry(Stamp.NONE, -1);
    static final Entry TOMBSTONE = new Entry(Stamp.NONE, -2);

    boolean isValue() {
      return value >= 0;
    }
  }

  /**
   * The right to load for the cluster, held by a reader for one stamp; a holder below zero is none.
   */
  record Lease(Stamp stamp, int holder) {
    static final Lease NONE = new Lease(Stamp.NONE, -1);

    boolean isHeld() {
      return holder >= 0;
    }
  }

  Redis with(Entry changed) {
    return new Redis(run, product, stock, changed, lease);
  }

  Redis with(Lease changed) {
    return new Redis(run, product, stock, entry, changed);
  }

  /** The tag, by its place in a set of tags, gets this generation. */
  Redis with(int tag, int generation) {
    return tag == Setup.PRODUCT
        ? new Redis(run, generation, stock, entry, lease)
        : new Redis(run, product, generation, entry, lease);
  }

  /**
   * The same data under another run. Leases don't survive: they may expire at any moment anyway.
   */
  Redis startedAs(int other) {
    return new Redis(other, product, stock, entry, Lease.NONE);
  }

  int generation(int tag) {
    return tag == Setup.PRODUCT ? product : stock;
  }

  boolean isComplete() {
    return product != 0 && stock != 0;
  }

  @Override
  public String toString() {
    String shown = entry.isValue() ? State.set(entry.value()) + "@" + entry.stamp() : "none";
    return "r%d g%d.g%d, entry %s%s"
        .formatted(
            run,
            product,
            stock,
            entry.equals(Entry.TOMBSTONE) ? "tombstone" : shown,
            lease.isHeld()
                ? ", lease " + lease.stamp() + " of reader " + (lease.holder() + 1)
                : "");
  }
}
