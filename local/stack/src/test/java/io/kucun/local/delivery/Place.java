package io.kucun.local.delivery;

/** An offset of a channel. */
record Place(String channel, long offset) {
  @Override
  public String toString() {
    return channel + ":" + offset;
  }
}
