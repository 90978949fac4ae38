package io.kucun.local.replay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the whole file will ask for, summed before anything is done. */
final class Plan {
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Integer> saleLines = new HashMap<>();

  static Plan of(InvoiceFile file) {
    Plan plan = new Plan();
    file.forEach(plan::add);
    return plan;
  }

  void add(Line line) {
    switch (line) {
      case Line.Sale sale -> {
        item(sale.goods()).demand += sale.quantity();
        saleLines.merge(sale.invoice(), 1, Integer::sum);
      }
      case Line.Return back -> item(back.goods());
      case Line.Skipped skipped -> {}
    }
  }

  /** The products, by key, in the order of the file. */
  Map<String, Item> items() {
    return items;
  }

  /** How many orders there will be, unless a product of one is archived. */
  int orders() {
    return saleLines.size();
  }

  /** How many lines of an invoice are sales: after so many, it is complete. */
  int saleLinesOf(String invoice) {
    return saleLines.getOrDefault(invoice, 0);
  }

  private Item item(Line.Goods goods) {
    Item item = items.computeIfAbsent(goods.key(), key -> new Item(goods.code()));
    if (item.name.isEmpty()) {
      item.name = goods.description();
    }
    return item;
  }

  /** A product to be. */
  static final class Item {
    private final String code;
    private String name = "";
    private long demand;

    private Item(String code) {
      this.code = code;
    }

    /** As the file first spells it. */
    String code() {
      return code;
    }

    /** The first description that any line of it has. */
    String name() {
      return name.isEmpty() ? code + " (no description)" : name;
    }

    /** What must be in stock before the first order: at least one, as the product is carried. */
    long openingStock() {
      return Math.max(1, demand);
    }
  }
}
