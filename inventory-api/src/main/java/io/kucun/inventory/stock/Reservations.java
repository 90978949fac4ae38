package io.kucun.inventory.stock;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stock that is promised: reserved, and later either consumed or released, exactly as it was taken.
 * To be called within the caller's transaction, after its own row is locked.
 */
@ApplicationScoped
public class Reservations {
  private final StockLocks locks;
  private final Lots lots;
  private final Movements movements;

  Reservations(StockLocks locks, Lots lots, Movements movements) {
    this.locks = locks;
    this.lots = lots;
    this.movements = movements;
  }

  /** What was taken, and the ledger rows of it. */
  public record Reserved(List<Allocation> allocations, List<MovementView> movements) {}

  /**
   * Reserves for all demands or none.
   *
   * @return a failure of 409 if a line is short of stock or names an archived product
   */
  public Uni<Reserved> reserve(Changes changes, DocumentHead head, List<Demand> demands) {
    return locks
        .products(demands.stream().map(Demand::productId).toList())
        .invoke(stock -> refuseArchived(stock.products(), demands))
        .flatMap(locks::availableLots)
        .flatMap(stock -> {
          List<Pile> piles = stock.lots().values().stream().map(Pile::of).toList();
          List<Allocation> taken = new Allocator(piles).allocate(demands);
          return post(stock, changes, head, perLot(taken), Movement.Type.RESERVED)
              .map(moved -> new Reserved(taken, moved));
        });
  }

  /** What each of these lots is; unknown lots are left out. */
  public Uni<Map<UUID, LotKey>> keysOfLots(Collection<UUID> lotIds) {
    return lotIds.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : lots.find("id in ?1", lotIds)
            .list()
            .map(found -> found.stream().collect(Collectors.toMap(lot -> lot.id, LotKey::of)));
  }

  /** The reserved pieces leave. */
  public Uni<List<MovementView>> consume(
      Changes changes, DocumentHead head, List<Allocation> allocations) {
    return settle(changes, head, allocations, Movement.Type.SHIPPED);
  }

  /** The reserved pieces are available again. */
  public Uni<List<MovementView>> release(
      Changes changes, DocumentHead head, List<Allocation> allocations) {
    return settle(changes, head, allocations, Movement.Type.RELEASED);
  }

  private Uni<List<MovementView>> settle(
      Changes changes, DocumentHead head, List<Allocation> allocations, Movement.Type type) {
    Map<UUID, Long> perLot = perLot(allocations);
    return productsOf(perLot.keySet())
        .flatMap(locks::products)
        .flatMap(stock -> locks.lots(stock, perLot.keySet()))
        .flatMap(stock -> post(stock, changes, head, perLot, type));
  }

  /** A lot never changes its product, so this needs no lock. */
  private Uni<List<UUID>> productsOf(Collection<UUID> lotIds) {
    return lots.find("select distinct l.productId from Lot l where l.id in ?1", lotIds)
        .project(UUID.class)
        .list();
  }

  private Uni<List<MovementView>> post(
      LockedStock stock,
      Changes changes,
      DocumentHead head,
      Map<UUID, Long> perLot,
      Movement.Type type) {
    Posting posting = new Posting(stock, head, changes);
    perLot.forEach((lotId, quantity) -> {
      Lot lot = Objects.requireNonNull(stock.lots().get(lotId));
      switch (type) {
        case RESERVED -> posting.move(lot, type, 0, quantity);
        case RELEASED -> posting.move(lot, type, 0, -quantity);
        default -> posting.move(lot, type, -quantity, -quantity);
      }
    });
    List<Movement> rows = posting.finish();
    return movements.append(rows).replaceWith(() -> rows.stream().map(MovementView::of).toList());
  }

  private static Map<UUID, Long> perLot(List<Allocation> allocations) {
    Map<UUID, Long> perLot = new TreeMap<>();
    allocations.forEach(
        allocation -> perLot.merge(allocation.lotId(), allocation.quantity(), Long::sum));
    return perLot;
  }

  private static void refuseArchived(Map<UUID, Fact> products, List<Demand> demands) {
    ProblemException.raise(
        ProblemCode.PRODUCT_ARCHIVED,
        demands.stream()
            .flatMap(demand ->
                Objects.requireNonNull(products.get(demand.productId()))
                    .refusesOrder(demand.pointer())
                    .stream())
            .toList());
  }
}
