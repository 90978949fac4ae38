package io.kucun.inventory.stock;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.stock.StockEvent.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One document being written: moves locked lots and their totals, and collects the ledger row and
 * the event of each move. {@link #finish} adds the threshold crossings. Confined to its
 * transaction.
 */
final class Posting {
  private final LockedStock stock;
  private final DocumentHead head;
  private final Changes changes;
  private final List<Movement> movements = new ArrayList<>();
  private final Map<UUID, Long> availableBefore = new TreeMap<>();

  Posting(LockedStock stock, DocumentHead head, Changes changes) {
    this.stock = stock;
    this.head = head;
    this.changes = changes;
  }

  /** Moves a lot; the caller has checked that there is enough. */
  Movement move(Lot lot, Movement.Type type, long delta, long reservedDelta) {
    return move(lot, new Change(type, null, delta, reservedDelta), head);
  }

  /** Moves a lot by a line that has words of its own; the caller has checked that it can be. */
  Movement move(Lot lot, Change change, DocumentHead words) {
    Totals totals = Objects.requireNonNull(stock.totals().get(lot.productId));
    availableBefore.putIfAbsent(lot.productId, totals.available());
    Level before = new Level(lot.quantity, lot.reserved);
    lot.quantity += change.delta();
    lot.reserved += change.reservedDelta();
    lot.version++;
    totals.total += change.delta();
    totals.reserved += change.reservedDelta();
    Movement movement = row(lot, change, words);
    movements.add(movement);
    publish(lot, movement, before);
    return movement;
  }

  /**
   * The ledger rows to insert, after the threshold crossings of the whole document have been added:
   * one that goes there and back crosses nothing.
   */
  List<Movement> finish() {
    availableBefore.forEach((productId, before) -> {
      Fact product = Objects.requireNonNull(stock.products().get(productId));
      long threshold = product.lowStockThreshold();
      long after = Objects.requireNonNull(stock.totals().get(productId)).available();
      Crossings.tell(
          changes,
          product,
          new Crossings.Mark(before, threshold),
          new Crossings.Mark(after, threshold),
          head.actor().name(),
          head.occurredAt());
    });
    return movements;
  }

  private static Movement row(Lot lot, Change change, DocumentHead head) {
    Movement row = new Movement();
    row.id = UUID.randomUUID();
    row.documentNumber = head.number();
    row.lotId = lot.id;
    row.productId = lot.productId;
    row.type = change.type();
    row.inboundType = change.inboundType();
    row.delta = change.delta();
    row.balanceAfter = lot.quantity;
    row.reservedDelta = change.reservedDelta();
    row.reservedAfter = lot.reserved;
    row.reason = head.reason();
    row.reference = head.reference();
    row.actor = head.actor().name();
    row.occurredAt = head.occurredAt();
    return row;
  }

  private void publish(Lot lot, Movement row, Level before) {
    Crossings.add(
        changes,
        lot.productId.toString(),
        new StockEvent.LotChanged(
            row.type.wire(),
            lot.id,
            lot.productId,
            Objects.requireNonNull(stock.products().get(lot.productId)).code(),
            lot.colorCode,
            lot.productionDate,
            lot.version,
            row.actor,
            row.occurredAt,
            row.id,
            row.documentNumber,
            row.delta,
            row.reservedDelta,
            before,
            new Level(lot.quantity, lot.reserved),
            row.reason,
            row.reference));
  }
}
