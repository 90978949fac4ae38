package io.kucun.inventory.stock;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Quantity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves stock by hand: each call is one document of one or more lines, all of them or none. The
 * lines apply in their order, and each must be possible as the earlier ones have left its lot, so
 * that lines which share a lot are summed and every ledger row tells a balance that was true.
 */
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

  Uni<List<Posted>> inbound(Changes changes, List<LotLine> lines, Actor actor) {
    return post(changes, "IN", lines, actor);
  }

  Uni<List<Posted>> outbound(Changes changes, List<LotLine> lines, Actor actor) {
    return post(changes, "OUT", lines, actor);
  }

  Uni<List<Posted>> adjust(Changes changes, List<LotLine> lines, Actor actor) {
    return post(changes, "ADJ", lines, actor);
  }

  private Uni<List<Posted>> post(Changes changes, String prefix, List<LotLine> lines, Actor actor) {
    return locks
        .products(lines.stream().map(line -> line.key().productId()).toList())
        .invoke(stock -> check(lines, line -> requireProduct(stock, line)))
        .invoke(stock -> check(lines, line -> refuseArchived(stock, line)))
        .flatMap(stock ->
            locks.lots(
                stock, keys(lines, line -> true), keys(lines, line -> line.step().opensLot())))
        .flatMap(stock ->
            numbers
                .next(prefix)
                .map(number -> DocumentHead.of(number, null, null, actor))
                .flatMap(head -> write(stock, head, lines, changes)));
  }

  private Uni<List<Posted>> write(
      LockedStock stock, DocumentHead head, List<LotLine> lines, Changes changes) {
    Posting posting = new Posting(stock, head, changes);
    Map<LotKey, Lot> lots = stock.byKey();
    List<Posted> posted = new ArrayList<>(lines.size());
    check(
        lines,
        line -> {
          @Nullable Lot lot = lots.get(line.key());
          Change change = line.step().on(lot, line.quantityPointer());
          if (change.delta() > stock.room(line.key().productId())) {
            throw ProblemException.invalid(
                line.quantityPointer(), "too_large", StockPhrase.STOCK_BOUND.with(Quantity.MAX));
          }
          posted.add(move(posting, Objects.requireNonNull(lot), change, line, head));
        });
    return movements.append(posting.finish()).replaceWith(posted);
  }

  private static Posted move(
      Posting posting, Lot lot, Change change, LotLine line, DocumentHead head) {
    Movement moved = posting.move(lot, change, head.saying(line.reason(), line.reference()));
    return new Posted(MovementView.of(moved), LotView.of(lot));
  }

  private static void check(List<LotLine> lines, Consumer<LotLine> each) {
    Refusals refusals = new Refusals();
    lines.forEach(line -> refusals.attempt(() -> each.accept(line)));
    refusals.raise();
  }

  private static Set<LotKey> keys(List<LotLine> lines, Predicate<LotLine> which) {
    return lines.stream().filter(which).map(LotLine::key).collect(Collectors.toSet());
  }

  private static void requireProduct(LockedStock stock, LotLine line) {
    UUID product = line.key().productId();
    if (!stock.products().containsKey(product)) {
      throw ProblemException.invalid(
          line.pointer() + "/productId", "unknown_product", ProductPhrase.NO_PRODUCT.with(product));
    }
  }

  private static void refuseArchived(LockedStock stock, LotLine line) {
    Fact product = Objects.requireNonNull(stock.products().get(line.key().productId()));
    if (product.archived() && line.step().mayAdd()) {
      throw Step.refused(
          ProblemCode.PRODUCT_ARCHIVED,
          line.pointer() + "/productId",
          ProductPhrase.NO_NEW_STOCK.with(product.code()));
    }
  }
}
