package io.kucun.inventory.order;

import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.stock.LotKey;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.LotWords;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a new order from a client's body. */
final class OrderDraft {
  private OrderDraft() {}

  /** An order with its items. */
  record Rows(SalesOrder order, List<OrderItem> items) {}

  /**
   * Builds the rows.
   *
   * @throws ProblemException 400 for a malformed date
   */
  static Rows of(OrderBody body, String number, Actor actor) {
    SalesOrder order = new SalesOrder();
    order.id = UUID.randomUUID();
    order.orderNumber = number;
    order.status = OrderStatus.DRAFT;
    order.customerName = body.customerName();
    order.remarks = body.remarks();
    order.owner = actor.subject();
    order.createdBy = actor.name();
    order.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    order.updatedAt = order.createdAt;
    List<OrderItem> items = new ArrayList<>(body.items().size());
    for (OrderBody.Item given : body.items()) {
      items.add(item(order.id, items.size(), given));
    }
    order.totalAmount = Money.total(items);
    return new Rows(order, items);
  }

  private static OrderItem item(UUID orderId, int line, OrderBody.Item given) {
    OrderItem item = new OrderItem();
    item.id = UUID.randomUUID();
    item.orderId = orderId;
    item.line = line;
    item.productId = given.productId();
    item.colorCode = LotWords.blankToNull(given.colorCode());
    item.productionDate = LotWords.date(pointer(line) + "/productionDate", given.productionDate());
    item.lotId = given.lotId();
    item.quantity = given.quantity();
    item.unitPrice = Money.price(given.unitPrice());
    item.allowMixedColors = Boolean.TRUE.equals(given.allowMixedColors());
    return item;
  }

  static String pointer(int line) {
    return "/items/" + line;
  }

  /**
   * Refuses products that do not exist or are archived, and lots that are not what the line says.
   */
  static void check(List<OrderItem> items, Map<UUID, Fact> products, Map<UUID, LotKey> lots) {
    List<Flaw> faults = new ArrayList<>();
    List<Flaw> archived = new ArrayList<>();
    for (OrderItem item : items) {
      Fact product = products.get(item.productId);
      if (product == null) {
        faults.add(
            Flaw.at(
                pointer(item.line) + "/productId",
                "unknown_product",
                ProductPhrase.NO_PRODUCT.with(item.productId)));
      } else {
        product.refusesOrder(pointer(item.line)).ifPresent(archived::add);
      }
      if (item.lotId != null) {
        faults.addAll(ofLot(item, item.lotId, lots.get(item.lotId)));
      }
    }
    ProblemException.raise(ProblemCode.VALIDATION, faults);
    ProblemException.raise(ProblemCode.PRODUCT_ARCHIVED, archived);
  }

  /** A line that contradicts the lot that it names could never be confirmed. */
  private static List<Flaw> ofLot(OrderItem item, UUID lotId, @Nullable LotKey lot) {
    String line = pointer(item.line);
    if (lot == null || !lot.productId().equals(item.productId)) {
      return List.of(Flaw.at(line + "/lotId", "unknown_lot", OrderPhrase.FOREIGN_LOT.with(lotId)));
    }
    List<Flaw> flaws = new ArrayList<>();
    if (item.colorCode != null && !item.colorCode.equals(lot.colorCode())) {
      flaws.add(Flaw.at(line + "/colorCode", "other_lot", OrderPhrase.OTHER_COLOR.with(lotId)));
    }
    if (item.productionDate != null && !item.productionDate.equals(lot.productionDate())) {
      flaws.add(Flaw.at(line + "/productionDate", "other_lot", OrderPhrase.OTHER_DATE.with(lotId)));
    }
    return flaws;
  }
}
