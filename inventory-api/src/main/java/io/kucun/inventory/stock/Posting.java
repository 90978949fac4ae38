package io.kucun.inventory.stock;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.events.Channel;
import io.kucun.inventory.events.Event;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.stock.StockEvent.Level;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
  private final Map<UUID, Long> availableBefore = new HashMap<>();

  Posting(LockedStock stock, DocumentHead head, Changes changes) {
    this.stock = stock;
    this.head = head;
    this.changes = changes;
  }

  /** Moves a lot; the caller has checked that there is enough. */
  Movement move(Lot lot, Movement.Type type, long delta, long reservedDelta) {
    return move(lot, type, null, delta, reservedDelta);
  }

  Movement move(
      Lot lot, Movement.Type type, @Nullable String inboundType, long delta, long reservedDelta) {
    Totals totals = Objects.requireNonNull(stock.totals().get(lot.productId));
    availableBefore.putIfAbsent(lot.productId, totals.available());
    Level before = new Level(lot.quantity, lot.reserved);
    if (totals.total + delta > Quantity.MAX) {
      throw ProblemException.invalid(
          "/quantity", "too_large", StockPhrase.STOCK_BOUND.with(Quantity.MAX));
    }
    lot.quantity += delta;
    lot.reserved += reservedDelta;
    lot.version++;
    totals.total += delta;
    totals.reserved += reservedDelta;
    Movement movement = row(lot, type, inboundType, delta, reservedDelta);
    movements.add(movement);
    publish(lot, movement, before);
    return movement;
  }

  /**
   * The ledger rows to insert, after the threshold crossings of the whole document have been added.
   */
  List<Movement> finish() {
    availableBefore.forEach((productId, before) ->
        crossing(
            Objects.requireNonNull(stock.products().get(productId)),
            before,
            Objects.requireNonNull(stock.totals().get(productId)).available()));
    return movements;
  }

  private Movement row(
      Lot lot, Movement.Type type, @Nullable String inboundType, long delta, long reservedDelta) {
    Movement row = new Movement();
    row.id = UUID.randomUUID();
    row.documentNumber = head.number();
    row.lotId = lot.id;
    row.productId = lot.productId;
    row.type = type;
    row.inboundType = inboundType;
    row.delta = delta;
    row.balanceAfter = lot.quantity;
    row.reservedDelta = reservedDelta;
    row.reservedAfter = lot.reserved;
    row.reason = head.reason();
    row.reference = head.reference();
    row.actor = head.actor().name();
    row.occurredAt = head.occurredAt();
    return row;
  }

  private void publish(Lot lot, Movement row, Level before) {
    add(
        lot.productId,
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

  private void crossing(Fact product, long before, long after) {
    long threshold = product.lowStockThreshold();
    boolean wasLow = before <= threshold;
    boolean isLow = after <= threshold;
    if (wasLow == isLow) {
      return;
    }
    add(
        product.id(),
        new StockEvent.ThresholdCrossed(
            isLow ? "low_stock" : "restocked",
            product.id(),
            product.id(),
            product.code(),
            product.version(),
            head.actor().name(),
            head.occurredAt(),
            threshold,
            before,
            after));
  }

  private void add(UUID productId, StockEvent event) {
    String key = productId.toString();
    changes.add(new Event(Channel.INVENTORY, key, null, Set.of("stock", "stock:" + key), event));
  }
}
