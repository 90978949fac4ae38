package io.kucun.inventory.stock;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.Problem.Shortage;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of a document does to its lot. */
sealed interface Step {

  /** Whether the lot is made if it is not there. */
  default boolean opensLot() {
    return true;
  }

  /** Whether it can bring in new pieces, which an archived product does not take. */
  boolean mayAdd();

  /** The field of the line that says how many. */
  String field();

  /**
   * The change of the lot as the earlier lines have left it.
   *
   * @param lot the lot; null if it is not there and not made
   * @param pointer where {@link #field} stands, for a refusal
   * @throws ProblemException 409 if the lot does not allow it
   */
  Change on(@Nullable Lot lot, String pointer);

  /** Pieces arrive. */
  record Arrive(String inboundType, long quantity) implements Step {
    @Override
    public boolean mayAdd() {
      return !inboundType.equals("return");
    }

    @Override
    public String field() {
      return "/quantity";
    }

    @Override
    public Change on(@Nullable Lot lot, String pointer) {
      return new Change(Movement.Type.INBOUND, inboundType, quantity, 0);
    }
  }

  /** Pieces leave. */
  record Leave(long quantity) implements Step {
    @Override
    public boolean opensLot() {
      return false;
    }

    @Override
    public boolean mayAdd() {
      return false;
    }

    @Override
    public String field() {
      return "/quantity";
    }

    @Override
    public Change on(@Nullable Lot lot, String pointer) {
      long available = lot == null ? 0 : lot.available();
      if (available < quantity) {
        throw ProblemException.insufficient(List.of(new Shortage(pointer, quantity, available)));
      }
      return new Change(Movement.Type.OUTBOUND, null, -quantity, 0);
    }
  }

  /** Adds or takes this many pieces. */
  record By(long delta) implements Step {
    @Override
    public boolean mayAdd() {
      return delta > 0;
    }

    @Override
    public String field() {
      return "/delta";
    }

    @Override
    public Change on(@Nullable Lot lot, String pointer) {
      return corrected(lot, delta, pointer);
    }
  }

  /** Sets the quantity, provided that it is still what was expected (compare and set). */
  record To(long quantity, long expected) implements Step {
    @Override
    public boolean mayAdd() {
      return quantity > expected;
    }

    @Override
    public String field() {
      return "/quantity";
    }

    @Override
    public Change on(@Nullable Lot lot, String pointer) {
      long present = lot == null ? 0 : lot.quantity;
      if (present != expected) {
        throw refused(
            ProblemCode.QUANTITY_CHANGED, pointer, StockPhrase.LOT_CHANGED.with(present, expected));
      }
      return corrected(lot, quantity - expected, pointer);
    }
  }

  private static Change corrected(@Nullable Lot lot, long delta, String pointer) {
    long quantity = lot == null ? 0 : lot.quantity;
    long reserved = lot == null ? 0 : lot.reserved;
    if (quantity + delta < reserved) {
      throw refused(
          ProblemCode.BELOW_RESERVED, pointer, StockPhrase.LOT_RESERVED.with(quantity, reserved));
    }
    return new Change(Movement.Type.ADJUSTED, null, delta, 0);
  }

  /** A refusal that names the line. */
  static ProblemException refused(ProblemCode code, String pointer, Message message) {
    return new ProblemException(Refusal.of(code, List.of(Flaw.at(pointer, code.wire(), message))));
  }
}
