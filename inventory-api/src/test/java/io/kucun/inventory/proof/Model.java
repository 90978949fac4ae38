package io.kucun.inventory.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    EXPECTED_IS_COMPARED
  }

  /** What tells lots apart. */
  record Goods(int product, @Nullable String color, @Nullable String date) {
    @Override
    public String toString() {
      return "p" + product + "/" + color + "/" + date;
    }
  }

  /** A line of an order; {@code price} in hundredths of cents. */
  record Line(
      int product,
      @Nullable String color,
      @Nullable String date,
      @Nullable Goods lot,
      long quantity,
      long price,
      boolean mixed) {
    boolean accepts(Goods key) {
      return key.product == product
          && (lot == null || lot.equals(key))
          && (color == null || color.equals(key.color))
          && (date == null || date.equals(key.date));
    }

    /** Lines that accept less choose earlier. */
    int freedom() {
      int colors = color != null ? 0 : mixed ? 2 : 1;
      return lot != null ? -1 : date != null ? colors : 3 + colors;
    }
  }

  /** Pieces of a lot. */
  static final class Pieces {
    long quantity;
    long reserved;
  }

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
      long sum = lines.stream().mapToLong(line -> line.price * line.quantity).sum();
      long cents = (sum + 50) / 100;
      return "%d.%02d".formatted(cents / 100, cents % 100);
    }
  }

  final List<Boolean> archived = new ArrayList<>();
  final Map<Goods, Pieces> lots = new LinkedHashMap<>();
  final List<Order> orders = new ArrayList<>();
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
            .anyMatch(lot -> lot.getKey().product == product && lot.getValue().reserved > 0);
    if (reserved && holds(Rule.RESERVED_CANNOT_BE_ARCHIVED)) {
      return "409 has_reservations";
    }
    archived.set(product, true);
    return "204";
  }

  /** Adds or takes pieces: in when {@code delta} is positive. */
  String inbound(Goods key, long quantity, String type) {
    if (refuses(key.product) && !type.equals("return")) {
      return "409 product_archived";
    }
    open(key).quantity += quantity;
    return "201";
  }

  String outbound(Goods key, long quantity) {
    Pieces lot = lots.get(key);
    long available = lot == null ? 0 : available(lot);
    if (available < quantity) {
      return "409 insufficient_stock /quantity:" + quantity + ":" + available;
    }
    open(key).quantity -= quantity;
    return "201";
  }

  String adjust(Goods key, long delta) {
    Pieces lot = lots.getOrDefault(key, new Pieces());
    if (delta > 0 && refuses(key.product)) {
      return "409 product_archived";
    }
    if (lot.quantity + delta < lot.reserved) {
      return "409 below_reserved";
    }
    open(key).quantity += delta;
    return "201";
  }

  String adjustTo(Goods key, long quantity, long expected) {
    Pieces lot = lots.getOrDefault(key, new Pieces());
    if (quantity > expected && refuses(key.product)) {
      return "409 product_archived";
    }
    if (lot.quantity != expected && holds(Rule.EXPECTED_IS_COMPARED)) {
      return "409 quantity_changed";
    }
    if (quantity < lot.reserved) {
      return "409 below_reserved";
    }
    open(key).quantity = quantity;
    return "201";
  }

  String draft(List<Line> lines) {
    if (lines.stream().anyMatch(line -> refuses(line.product))) {
      return "409 product_archived";
    }
    if (lines.stream().anyMatch(line -> line.lot != null && line.lot.product != line.product)) {
      return "400 validation";
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
      if (order.lines.stream().anyMatch(line -> refuses(line.product))) {
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
    lots.forEach((key, lot) -> left.put(key, available(lot)));
    List<Map<Goods, Long>> taken = new ArrayList<>();
    order.lines.forEach(line -> taken.add(new LinkedHashMap<>()));
    SortedMap<Integer, String> shortages = new TreeMap<>();
    for (int number : turns(order.lines)) {
      Line line = order.lines.get(number);
      List<Goods> pool = new ArrayList<>();
      long most = choose(line, left, pool);
      if (pool.isEmpty()) {
        shortages.put(number, " /items/" + number + ":" + line.quantity + ":" + most);
        continue;
      }
      long missing = line.quantity;
      for (Goods key : pool) {
        long pieces = Math.min(missing, left.get(key));
        if (pieces > 0) {
          taken.get(number).put(key, pieces);
          missing -= pieces;
          if (holds(Rule.LINES_ARE_SUMMED)) {
            left.merge(key, -pieces, Long::sum);
          }
        }
      }
    }
    if (!shortages.isEmpty() && holds(Rule.ALL_OR_NOTHING)) {
      return String.join("", shortages.values());
    }
    order.taken = taken;
    taken.forEach(line -> line.forEach((key, pieces) -> lots.get(key).reserved += pieces));
    return "";
  }

  private List<Integer> turns(List<Line> lines) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      turns.add(i);
    }
    if (holds(Rule.NAMED_LOTS_FIRST)) {
      turns.sort(Comparator.comparingInt(i -> lines.get(i).freedom()));
    }
    return turns;
  }

  /** Fills {@code pool} with lots that suffice; answers the most that some pool has. */
  private long choose(Line line, Map<Goods, Long> left, List<Goods> pool) {
    Map<String, List<Goods>> pools = new LinkedHashMap<>();
    left.keySet().stream()
        .filter(key -> line.accepts(key) && left.get(key) > 0)
        .sorted(turn())
        .forEach(key -> {
          boolean together = line.mixed || !holds(Rule.ONE_COLOR_A_LINE);
          String name = together ? "all" : "color " + key.color;
          pools.computeIfAbsent(name, absent -> new ArrayList<>()).add(key);
        });
    long most = 0;
    for (List<Goods> keys : pools.values()) {
      long sum = keys.stream().mapToLong(left::get).sum();
      if (sum >= line.quantity) {
        pool.addAll(keys);
        return sum;
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  private Comparator<Goods> turn() {
    String undated = holds(Rule.UNDATED_LAST) ? "9999" : "0000";
    Comparator<Goods> byDate = Comparator.comparing(key -> key.date == null ? undated : key.date);
    Comparator<Goods> byColor = Comparator.comparing(key -> key.color == null ? "" : key.color);
    return (holds(Rule.OLDEST_FIRST) ? byDate : byDate.reversed()).thenComparing(byColor);
  }

  private void settle(Order order, boolean ship) {
    for (Map<Goods, Long> line : order.taken) {
      line.forEach((key, pieces) -> {
        Pieces lot = lots.get(key);
        if (ship) {
          lot.quantity -= holds(Rule.SHIPPING_CONSUMES) ? pieces : 0;
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

  private Pieces open(Goods key) {
    return lots.computeIfAbsent(key, absent -> new Pieces());
  }
}
