package io.kucun.inventory.stock;

import io.kucun.inventory.csv.Flaws;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ProductLookup;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.stock.OpeningStatements.Level;
import io.kucun.inventory.stock.OpeningStatements.State;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.Quantity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file of opening stock comes to: which lots get their first pieces, which have them
 * already, and which rows are faulty. Confined to its transaction.
 */
final class OpeningPlan {
  /** The database's order of ids; Java's own is another. */
  private static final Comparator<UUID> BY_ID =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private static final Comparator<LotKey> NATURAL =
      Comparator.comparing(LotKey::productId, BY_ID)
          .thenComparing(LotKey::colorCode, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(LotKey::productionDate, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Flaws flaws;
  private final Map<LotKey, OpeningRow> rows = new LinkedHashMap<>();
  private final SortedMap<LotKey, Opened> opened = new TreeMap<>(NATURAL);
  private final Map<UUID, Long> added = new HashMap<>();
  private int unchanged;

  /**
   * Begins with who is who.
   *
   * @param ids the products by the keys of their codes
   */
  OpeningPlan(List<OpeningRow> given, Map<String, UUID> ids, Flaws flaws) {
    this.flaws = flaws;
    for (OpeningRow row : given) {
      UUID product = ids.get(ProductLookup.keyOf(row.productCode()));
      if (product == null) {
        flaws.add(
            row.line(),
            StockColumns.CODE,
            "unknown_product",
            ProductPhrase.NO_PRODUCT.with(row.productCode()));
      } else {
        add(new LotKey(product, row.colorCode(), row.productionDate()), row);
      }
    }
  }

  private void add(LotKey key, OpeningRow row) {
    OpeningRow earlier = rows.putIfAbsent(key, row);
    if (earlier != null) {
      flaws.add(row.line(), null, "repeated", StockPhrase.LOT_ON_LINE.with(earlier.line()));
    }
  }

  /** The lots. */
  List<LotKey> keys() {
    return List.copyOf(rows.keySet());
  }

  /** The products, in the order in which they are locked. */
  List<UUID> products() {
    return rows.keySet().stream().map(LotKey::productId).distinct().sorted(BY_ID).toList();
  }

  /** Decides each row by what there is, while nobody can change it. */
  void decide(Map<UUID, Level> levels, Map<UUID, Fact> facts, Map<LotKey, State> states) {
    rows.forEach((key, row) -> {
      State state = states.get(key);
      if (row.quantity() == (state == null ? 0 : state.quantity())) {
        unchanged++;
      } else if (state != null && state.version() > 0) {
        flaws.add(
            row.line(),
            StockColumns.QUANTITY,
            "has_movements",
            StockPhrase.LOT_HAS_MOVED.with(state.quantity()));
      } else {
        open(key, row, state, levels, Objects.requireNonNull(facts.get(key.productId())));
      }
    });
  }

  private void open(
      LotKey key, OpeningRow row, @Nullable State state, Map<UUID, Level> levels, Fact product) {
    long room = Quantity.MAX - Objects.requireNonNull(levels.get(key.productId())).total();
    if (product.archived()) {
      flaws.add(
          row.line(),
          StockColumns.CODE,
          ProblemCode.PRODUCT_ARCHIVED.wire(),
          ProductPhrase.NO_NEW_STOCK.with(product.code()));
    } else if (row.quantity() > room - added.getOrDefault(key.productId(), 0L)) {
      flaws.add(
          row.line(),
          StockColumns.QUANTITY,
          "too_large",
          StockPhrase.STOCK_BOUND.with(Quantity.MAX));
    } else {
      added.merge(key.productId(), row.quantity(), Long::sum);
      opened.put(
          key,
          new Opened(
              UUID.randomUUID(),
              state == null ? UUID.randomUUID() : state.id(),
              key.productId(),
              key.colorCode(),
              key.productionDate(),
              row.quantity(),
              row.reason(),
              row.reference()));
    }
  }

  /** The lots that get their first pieces, in the order in which missing ones are made. */
  List<Opened> opened() {
    return List.copyOf(opened.values());
  }

  /** How many pieces each product gets, if any. */
  Map<UUID, Long> added() {
    return added;
  }

  /** How many rows say what is there. */
  int unchanged() {
    return unchanged;
  }
}
