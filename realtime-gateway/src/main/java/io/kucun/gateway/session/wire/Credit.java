package io.kucun.gateway.session.wire;

/**
 * How many bytes one thread may hand over to another that has not written them yet. It is used on
 * the hub's thread, spent and renewed on the event loop.
 */
final class Credit {

  private final int granted;
  private long used;
  private volatile long limit;
  private long spent;

  Credit(int granted) {
    this.granted = granted;
    this.limit = granted;
  }

  /**
   * Whether so many bytes are covered; of more than is ever granted, when nothing is on its way.
   */
  boolean covers(int bytes) {
    long now = limit;
    return used + bytes <= now || used + granted == now;
  }

  void use(int bytes) {
    used += bytes;
  }

  void spend(int bytes) {
    spent += bytes;
  }

  void renew() {
    long renewed = spent + granted;
    if (limit != renewed) {
      limit = renewed;
    }
  }

  /** What is on its way. Exact on no thread but good enough to be shown. */
  long used() {
    return Math.max(0, used - spent);
  }
}
