package io.kucun.inventory.stock;

import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;

/** What an adjustment does to a lot. */
sealed interface Correction {

  /** The change for this lot, refused if it would go below what is reserved. */
  default long deltaFor(Lot lot) {
    long delta = wanted(lot);
    if (lot.quantity + delta < lot.reserved) {
      throw new ProblemException(
          ProblemCode.BELOW_RESERVED, StockPhrase.LOT_RESERVED.with(lot.quantity, lot.reserved));
    }
    return delta;
  }

  /** The change that is asked for. */
  long wanted(Lot lot);

  /** Whether it can add pieces. */
  boolean mayAdd();

  /** Adds or takes this many pieces. */
  record By(long delta) implements Correction {
    @Override
    public long wanted(Lot lot) {
      return delta;
    }

    @Override
    public boolean mayAdd() {
      return delta > 0;
    }
  }

  /** Sets the quantity, provided that it is still what was expected (compare and set). */
  record To(long quantity, long expected) implements Correction {
    @Override
    public long wanted(Lot lot) {
      if (lot.quantity != expected) {
        throw new ProblemException(
            ProblemCode.QUANTITY_CHANGED, StockPhrase.LOT_CHANGED.with(lot.quantity, expected));
      }
      return quantity - expected;
    }

    @Override
    public boolean mayAdd() {
      return quantity > expected;
    }
  }

  /**
   * Reads the body.
   *
   * @throws ProblemException 400 unless it has either {@code delta} or both quantities
   */
  static Correction of(StockBodies.Adjustment body) {
    Long delta = body.delta();
    Long quantity = body.quantity();
    Long expected = body.expectedQuantity();
    if (delta != null && quantity == null && expected == null) {
      if (delta == 0) {
        throw ProblemException.invalid("/delta", "zero", StockPhrase.ZERO_DELTA.with());
      }
      return new By(delta);
    }
    if (delta == null && quantity != null && expected != null) {
      return new To(quantity, expected);
    }
    throw ProblemException.invalid("", "delta_or_quantity", StockPhrase.DELTA_OR_QUANTITY.with());
  }
}
