package io.kucun.inventory.stock;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Problem.Shortage;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of one lot by hand: inbound, outbound and adjustment, each one document. */
@ApplicationScoped
class Warehouse {
  private final StockLocks locks;
  private final Movements movements;
  private final DocumentNumbers numbers;

  Warehouse(StockLocks locks, Movements movements, DocumentNumbers numbers) {
    this.locks = locks;
    this.movements = movements;
    this.numbers = numbers;
  }

  Uni<Posted> inbound(Changes changes, StockBodies.Inbound body, Actor actor) {
    LotKey key = LotKey.of(body.productId(), body.colorCode(), body.productionDate());
    String type = body.type() == null ? "normal" : body.type();
    return write(
        changes,
        "IN",
        new Words(body.reason(), body.reference(), actor),
        key,
        stock -> {
          if (!type.equals("return")) {
            refuseArchived(stock, key);
          }
          return locks.openLot(stock, key);
        },
        (posting, lot) ->
            posting.move(existing(lot), Movement.Type.INBOUND, type, body.quantity(), 0));
  }

  Uni<Posted> outbound(Changes changes, StockBodies.Outbound body, Actor actor) {
    LotKey key = LotKey.of(body.productId(), body.colorCode(), body.productionDate());
    return write(
        changes,
        "OUT",
        new Words(body.reason(), body.reference(), actor),
        key,
        stock -> locks.lot(stock, key),
        (posting, lot) -> {
          long available = lot == null ? 0 : lot.available();
          if (lot == null || available < body.quantity()) {
            throw ProblemException.insufficient(
                List.of(new Shortage("/quantity", body.quantity(), available)));
          }
          return posting.move(lot, Movement.Type.OUTBOUND, -body.quantity(), 0);
        });
  }

  Uni<Posted> adjust(Changes changes, StockBodies.Adjustment body, Actor actor) {
    LotKey key = LotKey.of(body.productId(), body.colorCode(), body.productionDate());
    Correction correction = Correction.of(body);
    return write(
        changes,
        "ADJ",
        new Words(body.reason(), body.reference(), actor),
        key,
        stock -> {
          if (correction.mayAdd()) {
            refuseArchived(stock, key);
          }
          return locks.openLot(stock, key);
        },
        (posting, lot) ->
            posting.move(
                existing(lot), Movement.Type.ADJUSTED, correction.deltaFor(existing(lot)), 0));
  }

  private Uni<Posted> write(
      Changes changes, String prefix, Words words, LotKey key, Opening opening, Move move) {
    return locks
        .products(List.of(key.productId()))
        .invoke(stock -> requireProduct(stock, key))
        .flatMap(opening::open)
        .flatMap(stock ->
            numbers.next(prefix).flatMap(number -> post(stock, words.head(number), move, changes)));
  }

  private Uni<Posted> post(LockedStock stock, DocumentHead head, Move move, Changes changes) {
    @Nullable Lot lot = stock.lots().values().stream().findFirst().orElse(null);
    Posting posting = new Posting(stock, head, changes);
    Movement moved = move.apply(posting, lot);
    return movements
        .persist(posting.finish())
        .replaceWith(new Posted(MovementView.of(moved), LotView.of(existing(lot))));
  }

  private static Lot existing(@Nullable Lot lot) {
    if (lot == null) {
      throw new IllegalStateException("The lot was opened in this transaction");
    }
    return lot;
  }

  private static void requireProduct(LockedStock stock, LotKey key) {
    if (!stock.products().containsKey(key.productId())) {
      throw ProblemException.invalid(
          "/productId", "unknown_product", ProductPhrase.NO_PRODUCT.with(key.productId()));
    }
  }

  private static void refuseArchived(LockedStock stock, LotKey key) {
    Fact product = stock.products().get(key.productId());
    if (product != null && product.archived()) {
      throw new ProblemException(
          ProblemCode.PRODUCT_ARCHIVED, ProductPhrase.NO_NEW_STOCK.with(product.code()));
    }
  }

  /** Finds or makes the lot that is to be moved. */
  private interface Opening {
    Uni<LockedStock> open(LockedStock stock);
  }

  /** Moves the lot, or refuses to. */
  private interface Move {
    Movement apply(Posting posting, @Nullable Lot lot);
  }

  /** What a document says besides its number. */
  private record Words(@Nullable String reason, @Nullable String reference, Actor actor) {
    DocumentHead head(String number) {
      return DocumentHead.of(number, reason, reference, actor);
    }
  }
}
