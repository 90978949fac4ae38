package io.kucun.inventory.stock;

import io.kucun.inventory.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One line of a stock document: which lot, what is done with it, and why.
 *
 * @param pointer where the line stands in the body; empty if it is the body
 */
record LotLine(
    String pointer, LotKey key, Step step, @Nullable String reason, @Nullable String reference) {

  /** Where the line says how many. */
  String quantityPointer() {
    return pointer + step.field();
  }

  /**
   * Reads the lines of a batch.
   *
   * @throws ProblemException 400 that names every faulty line
   */
  static <B> List<LotLine> each(List<B> items, BiFunction<String, B, LotLine> reader) {
    Refusals refusals = new Refusals();
    List<LotLine> lines = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      String pointer = "/items/" + i;
      B item = items.get(i);
      refusals.attempt(() -> lines.add(reader.apply(pointer, item)));
    }
    refusals.raise();
    return lines;
  }

  static LotLine of(String pointer, StockBodies.Inbound body) {
    return new LotLine(
        pointer,
        LotKey.of(pointer, body.productId(), body.colorCode(), body.productionDate()),
        new Step.Arrive(body.type() == null ? "normal" : body.type(), body.quantity()),
        body.reason(),
        body.reference());
  }

  static LotLine of(String pointer, StockBodies.Outbound body) {
    return new LotLine(
        pointer,
        LotKey.of(pointer, body.productId(), body.colorCode(), body.productionDate()),
        new Step.Leave(body.quantity()),
        body.reason(),
        body.reference());
  }

  static LotLine of(String pointer, StockBodies.Adjustment body) {
    return new LotLine(
        pointer,
        LotKey.of(pointer, body.productId(), body.colorCode(), body.productionDate()),
        correction(pointer, body),
        body.reason(),
        body.reference());
  }

  private static Step correction(String pointer, StockBodies.Adjustment body) {
    Long delta = body.delta();
    Long quantity = body.quantity();
    Long expected = body.expectedQuantity();
    if (delta != null && quantity == null && expected == null) {
      if (delta == 0) {
        throw ProblemException.invalid(pointer + "/delta", "zero", StockPhrase.ZERO_DELTA.with());
      }
      return new Step.By(delta);
    }
    if (delta == null && quantity != null && expected != null) {
      return new Step.To(quantity, expected);
    }
    throw ProblemException.invalid(
        pointer, "delta_or_quantity", StockPhrase.DELTA_OR_QUANTITY.with());
  }
}
