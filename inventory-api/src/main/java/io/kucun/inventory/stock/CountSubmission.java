package io.kucun.inventory.stock;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.stock.CountLine.Outcome;
import io.kucun.inventory.web.Caller.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Submits stock-takes: one document that posts the difference of each lot which is still as it was
 * counted. Whatever cannot be posted is reported and left as it is, never overwritten.
 */
@ApplicationScoped
class CountSubmission {

  /**
   * Lines whose lot has moved since it was counted; to be asked with the lots locked. Ledger rows
   * of a lot are numbered under its lock, so a later row has a higher number. Reserving moves no
   * piece.
   */
  private static final String MOVED =
      """
      SELECT c.line FROM stock_count_line c
      JOIN stock_lot l ON l.product_id = c.product_id
        AND coalesce(l.color_code, '') = coalesce(c.color_code, '')
        AND coalesce(l.production_date, '-infinity') = coalesce(c.production_date, '-infinity')
      WHERE c.count_id = ?1 AND EXISTS (SELECT 1 FROM stock_movement m
        WHERE m.lot_id = l.id AND m.seq > c.ledger_seq AND m.delta <> 0)
      """;

  private final Counting counting;
  private final CountRows.Lines lines;
  private final StockLocks locks;
  private final Movements movements;

  CountSubmission(Counting counting, CountRows.Lines lines, StockLocks locks, Movements movements) {
    this.counting = counting;
    this.lines = lines;
    this.locks = locks;
    this.movements = movements;
  }

  Uni<CountView.Submitted> submit(Changes changes, UUID id, @Nullable String ifMatch, Actor actor) {
    return counting
        .open(id, ifMatch)
        .flatMap(count ->
            lines
                .list("countId = ?1 order by line", id)
                .flatMap(rows -> submit(changes, count, rows, actor)));
  }

  private Uni<CountView.Submitted> submit(
      Changes changes, StockCount count, List<CountLine> rows, Actor actor) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(closed(count, rows, List.of()));
    }
    return locks
        .products(rows.stream().map(row -> row.productId).toList())
        .flatMap(stock -> locks.lots(stock, keys(rows), found(stock, rows)))
        .flatMap(stock ->
            moved(count.id)
                .flatMap(moved -> {
                  DocumentHead head =
                      DocumentHead.of(count.documentNumber, count.name, null, actor);
                  Posting posting = new Posting(stock, head, changes);
                  List<CountView.Conflict> conflicts = post(stock, posting, rows, moved);
                  return movements
                      .append(posting.finish())
                      .replaceWith(() -> closed(count, rows, conflicts));
                }));
  }

  private static Set<LotKey> keys(List<CountLine> rows) {
    return rows.stream().map(CountLine::key).collect(Collectors.toSet());
  }

  /** Lots that may have to be made: found pieces, unless their product takes none. */
  private static Set<LotKey> found(LockedStock stock, List<CountLine> rows) {
    return rows.stream()
        .filter(row -> row.countedQuantity > 0 && !archived(stock, row))
        .map(CountLine::key)
        .collect(Collectors.toSet());
  }

  private static boolean archived(LockedStock stock, CountLine row) {
    return Objects.requireNonNull(stock.products().get(row.productId)).archived();
  }

  private static Uni<Set<Integer>> moved(UUID count) {
    return Panache.getSession()
        .flatMap(session ->
            session.createNativeQuery(MOVED, Integer.class).setParameter(1, count).getResultList())
        .map(HashSet::new);
  }

  private static List<CountView.Conflict> post(
      LockedStock stock, Posting posting, List<CountLine> rows, Set<Integer> moved) {
    Map<LotKey, Lot> lots = stock.byKey();
    List<CountView.Conflict> conflicts = new ArrayList<>();
    for (CountLine row : rows) {
      @Nullable Lot lot = lots.get(row.key());
      Outcome outcome = outcome(stock, row, lot, moved);
      row.outcome = outcome;
      if (outcome == Outcome.POSTED) {
        Lot found = Objects.requireNonNull(lot);
        posting.move(found, Movement.Type.COUNTED, row.countedQuantity - found.quantity, 0);
      } else if (outcome != Outcome.UNCHANGED) {
        conflicts.add(conflict(row, outcome, lot));
      }
    }
    return conflicts;
  }

  private static Outcome outcome(
      LockedStock stock, CountLine row, @Nullable Lot lot, Set<Integer> moved) {
    long delta = row.countedQuantity - (lot == null ? 0 : lot.quantity);
    if (moved.contains(row.line)) {
      return Outcome.MOVED;
    } else if (delta == 0) {
      return Outcome.UNCHANGED;
    } else if (lot != null && row.countedQuantity < lot.reserved) {
      return Outcome.BELOW_RESERVED;
    } else if (delta > 0 && archived(stock, row)) {
      return Outcome.PRODUCT_ARCHIVED;
    }
    return delta > stock.room(row.productId) ? Outcome.TOO_LARGE : Outcome.POSTED;
  }

  private static CountView.Conflict conflict(CountLine row, Outcome outcome, @Nullable Lot lot) {
    return new CountView.Conflict(
        row.line,
        outcome.wire(),
        row.productId,
        row.colorCode,
        row.productionDate,
        row.systemQuantity,
        lot == null ? 0 : lot.quantity,
        lot == null ? 0 : lot.reserved,
        row.countedQuantity);
  }

  private static CountView.Submitted closed(
      StockCount count, List<CountLine> rows, List<CountView.Conflict> conflicts) {
    count.posted = (int) rows.stream().filter(row -> row.outcome == Outcome.POSTED).count();
    count.reported = conflicts.size();
    count.unchanged = rows.size() - count.posted - count.reported;
    count.status = StockCount.Status.SUBMITTED;
    Counting.touch(count);
    return new CountView.Submitted(CountView.of(count), conflicts);
  }
}
