package io.kucun.local.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Api;
import io.kucun.local.client.ClientException;
import io.kucun.local.client.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the lines of each invoice and turns it into an order when its last line was read. */
final class Orders {
  private static final int MAX_ITEMS = 1000;

  private final Api api;
  private final Plan plan;
  private final Products products;
  private final Tally tally;
  private final Map<String, List<Line.Sale>> open = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  Orders(Api api, Plan plan, Products products, Tally tally) {
    this.api = api;
    this.plan = plan;
    this.products = products;
    this.tally = tally;
  }

  /** Takes a line, in the order of the file; tasks are the orders that are complete with it. */
  List<Runnable> add(Line.Sale sale) {
    String invoice = sale.invoice();
    if (products.id(sale.goods().key()).isPresent()) {
      open.computeIfAbsent(invoice, key -> new ArrayList<>()).add(sale);
    } else {
      tally.skip(sale.number(), SkipReason.ARCHIVED, sale.goods().code());
    }
    if (seen.merge(invoice, 1, Integer::sum) < plan.saleLinesOf(invoice)) {
      return List.of();
    }
    seen.remove(invoice);
    return orders(open.remove(invoice));
  }

  private List<Runnable> orders(@org.jspecify.annotations.Nullable List<Line.Sale> lines) {
    List<Runnable> tasks = new ArrayList<>();
    for (int from = 0; lines != null && from < lines.size(); from += MAX_ITEMS) {
      List<Line.Sale> part = lines.subList(from, Math.min(lines.size(), from + MAX_ITEMS));
      tasks.add(() -> order(part));
    }
    return tasks;
  }

  /** Its steps follow each other: create, confirm, ship. */
  private void order(List<Line.Sale> lines) {
    String what = "invoice " + lines.getFirst().invoice();
    try {
      String id = api.post("orders", body(lines)).orThrow(what).path("id").asText();
      tally.transition();
      for (String step : List.of("confirm", "ship")) {
        api.post("orders/" + id + "/" + step, Json.object()).orThrow(what + ", " + step);
        tally.transition();
      }
      tally.ordered(lines.size());
    } catch (ClientException e) {
      tally.failed(lines.size(), String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode body(List<Line.Sale> lines) {
    Line.Sale first = lines.getFirst();
    ObjectNode order =
        Json.object()
            .put("customerName", first.to().name())
            .put("remarks", "invoice " + first.invoice());
    ArrayNode items = order.putArray("items");
    for (Line.Sale line : lines) {
      items
          .addObject()
          .put("productId", products.id(line.goods().key()).orElseThrow())
          .put("colorCode", Products.COLOR)
          .put("quantity", line.quantity())
          .put("unitPrice", line.price().toPlainString());
    }
    return order;
  }
}
