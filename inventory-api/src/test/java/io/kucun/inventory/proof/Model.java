package io.kucun.inventory.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stock and orders should be: a warehouse in memory, one step after the other. It follows the
 * contract and shares nothing with the service. Products and orders are called by their numbers.
 */
final class Model {
  private static final Map<String, Set<String>> STEPS =
      Map.of(
          "confirm", Set.of("draft"),
          "ship", Set.of("confirmed"),
          "complete", Set.of("shipped"),
          "cancel", Set.of("draft", "confirmed"));
  private static final Map<String, String> BECOMES =
      Map.of(
          "confirm", "confirmed",
          "ship", "shipped",
          "complete", "completed",
          "cancel", "cancelled");

  /** The rules, each of which can be broken to see whether that is noticed. */
  enum Rule {
    NONE,
    OLDEST_FIRST,
    UNDATED_LAST,
    ONE_COLOR_A_LINE,
    LINES_ARE_SUMMED,
    ALL_OR_NOTHING,
    NAMED_LOTS_FIRST,
    RESERVED_IS_NOT_AVAILABLE,
    SHIPPING_CONSUMES,
    CANCELLING_RELEASES,
    SHIPPED_IS_FINAL,
    ARCHIVED_TAKES_RETURNS_ONLY,
    RESERVED_CANNOT_BE_ARCHIVED,
    EXPECTED_IS_COMPARED,
    MOVED_LOTS_ARE_REPORTED
  }

  /** A lot with the pieces that somebody saw, and how often it had moved by then. */
  record Counted(Goods goods, long pieces, int moves) {}

  /** An order with what its lines have taken. */
  static final class Order {
    final List<Line> lines;
    String status = "draft";
    List<Map<Goods, Long>> taken = List.of();

    Order(List<Line> lines) {
      this.lines = lines;
    }

    /** In whole cents, half up. */
    String total() {
      long sum = lines.stream().mapToLong(line -> line.price() * line.quantity()).sum();
      long cents = (sum + 50) / 100;
      return "%d.%02d".formatted(cents / 100, cents % 100);
    }
  }

  final List<Boolean> archived = new ArrayList<>();
  final Map<Goods, Pieces> lots = new LinkedHashMap<>();
  final List<Order> orders = new ArrayList<>();
  final List<List<Counted>> counts = new ArrayList<>();
  private final Rule broken;

  Model(Rule broken) {
    this.broken = broken;
  }

  private boolean holds(Rule rule) {
    return rule != broken;
  }

  String create() {
    archived.add(false);
    return "201";
  }

  String archive(int product) {
    boolean reserved =
        lots.entrySet().stream()
            .anyMatch(lot -> lot.getKey().product() == product && lot.getValue().reserved > 0);
    if (reserved && holds(Rule.RESERVED_CANNOT_BE_ARCHIVED)) {
      return "409 has_reservations";
    }
    archived.set(product, true);
    return "204";
  }

  /** Adds or takes pieces: in when {@code delta} is positive. */
  String inbound(Goods goods, long quantity, String type) {
    if (refuses(goods.product()) && !type.equals("return")) {
      return "409 product_archived";
    }
    open(goods).move(quantity);
    return "201";
  }

  String outbound(Goods goods, long quantity) {
    Pieces lot = lots.get(goods);
    long available = lot == null ? 0 : available(lot);
    if (available < quantity) {
      return "409 insufficient_stock /quantity:" + quantity + ":" + available;
    }
    open(goods).move(-quantity);
    return "201";
  }

  String adjust(Goods goods, long delta) {
    Pieces lot = lots.getOrDefault(goods, new Pieces());
    if (delta > 0 && refuses(goods.product())) {
      return "409 product_archived";
    }
    if (lot.quantity + delta < lot.reserved) {
      return "409 below_reserved";
    }
    open(goods).move(delta);
    return "201";
  }

  String adjustTo(Goods goods, long quantity, long expected) {
    Pieces lot = lots.getOrDefault(goods, new Pieces());
    if (quantity > expected && refuses(goods.product())) {
      return "409 product_archived";
    }
    if (lot.quantity != expected && holds(Rule.EXPECTED_IS_COMPARED)) {
      return "409 quantity_changed";
    }
    if (quantity < lot.reserved) {
      return "409 below_reserved";
    }
    lot = open(goods);
    lot.move(quantity - lot.quantity);
    return "201";
  }

  String draft(List<Line> lines) {
    if (lines.stream().anyMatch(Line::contradictsItsLot)) {
      return "400 validation";
    }
    if (lines.stream().anyMatch(line -> refuses(line.product()))) {
      return "409 product_archived";
    }
    orders.add(new Order(lines));
    return "201";
  }

  String step(int number, String step) {
    Order order = orders.get(number);
    boolean late = step.equals("cancel") && order.status.equals("shipped");
    if (!STEPS.get(step).contains(order.status) && (!late || holds(Rule.SHIPPED_IS_FINAL))) {
      return "409 order_state";
    }
    if (step.equals("confirm")) {
      if (order.lines.stream().anyMatch(line -> refuses(line.product()))) {
        return "409 product_archived";
      }
      String shortages = reserve(order);
      if (!shortages.isEmpty()) {
        return "409 insufficient_stock" + shortages;
      }
    } else if (order.status.equals("confirmed")) {
      settle(order, step.equals("ship"));
    }
    order.status = BECOMES.get(step);
    return "200";
  }

  private String reserve(Order order) {
    Map<Goods, Long> left = new HashMap<>();
    lots.forEach((goods, lot) -> left.put(goods, available(lot)));
    Choice choice = new Choice(left, broken);
    List<Map<Goods, Long>> taken = choice.take(order.lines);
    if (!choice.shortages().isEmpty() && holds(Rule.ALL_OR_NOTHING)) {
      return choice.shortages();
    }
    order.taken = taken;
    taken.forEach(line -> line.forEach((goods, pieces) -> lots.get(goods).reserved += pieces));
    return "";
  }

  /** Somebody counts lots; nothing moves. */
  void count(Map<Goods, Long> seen) {
    List<Counted> lines = new ArrayList<>();
    seen.forEach((goods, pieces) ->
        lines.add(new Counted(goods, pieces, lots.getOrDefault(goods, new Pieces()).moves)));
    counts.add(lines);
  }

  /** The last count is posted, but for what is reported. */
  String submit() {
    StringBuilder reported = new StringBuilder("200");
    List<Counted> lines = counts.removeLast();
    for (int i = 0; i < lines.size(); i++) {
      String conflict = post(lines.get(i));
      reported.append(conflict.isEmpty() ? "" : " " + (i + 1) + ":" + conflict);
    }
    return reported.toString();
  }

  private String post(Counted line) {
    Pieces lot = lots.getOrDefault(line.goods, new Pieces());
    if (lot.moves != line.moves && holds(Rule.MOVED_LOTS_ARE_REPORTED)) {
      return "moved";
    } else if (lot.quantity == line.pieces) {
      return "";
    } else if (line.pieces < lot.reserved) {
      return "below_reserved";
    } else if (line.pieces > lot.quantity && refuses(line.goods.product())) {
      return "product_archived";
    }
    Pieces counted = open(line.goods);
    counted.move(line.pieces - counted.quantity);
    return "";
  }

  private void settle(Order order, boolean ship) {
    for (Map<Goods, Long> line : order.taken) {
      line.forEach((goods, pieces) -> {
        Pieces lot = lots.get(goods);
        if (ship) {
          lot.move(holds(Rule.SHIPPING_CONSUMES) ? -pieces : 0);
          lot.reserved -= pieces;
        } else if (holds(Rule.CANCELLING_RELEASES)) {
          lot.reserved -= pieces;
        }
      });
    }
  }

  private boolean refuses(int product) {
    return archived.get(product) && holds(Rule.ARCHIVED_TAKES_RETURNS_ONLY);
  }

  private long available(Pieces lot) {
    return holds(Rule.RESERVED_IS_NOT_AVAILABLE) ? lot.quantity - lot.reserved : lot.quantity;
  }

  private Pieces open(Goods goods) {
    return lots.computeIfAbsent(goods, absent -> new Pieces());
  }
}
