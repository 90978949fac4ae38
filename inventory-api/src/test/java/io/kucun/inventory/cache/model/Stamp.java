package io.kucun.inventory.cache.model;

/**
 * What an entry is filled under and looked for with: the server's run and the generations of the
 * key's two tags. Each is a name; 0 is none.
 */
record Stamp(int run, int product, int stock) {
  static final Stamp NONE = new Stamp(0, 0, 0);

  @Override
  public String toString() {
    return equals(NONE) ? "-" : "r" + run + ".g" + product + ".g" + stock;
  }
}
