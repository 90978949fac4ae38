package io.kucun.inventory.proof;

import java.util.Random;

/** What a client of the shop does, and how often of a hundred times. */
enum Errand {
  DRAFT(14),
  CONFIRM(20),
  SHIP(9),
  CANCEL(8),
  COMPLETE(6),
  INBOUND(15),
  OUTBOUND(7),
  ADJUST(4),
  ADJUST_BATCH(4),
  RECOUNT(3),
  COUNT(4),
  THRESHOLD(5),
  REPLACE_PRODUCT(1);

  private final int share;

  Errand(int share) {
    this.share = share;
  }

  static Errand draw(Random random) {
    int dice = random.nextInt(100);
    for (Errand errand : values()) {
      dice -= errand.share;
      if (dice < 0) {
        return errand;
      }
    }
    return DRAFT;
  }
}
