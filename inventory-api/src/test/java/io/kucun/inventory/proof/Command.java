package io.kucun.inventory.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.testing.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step of a random sequence: what it does to the model, and the same as a request. */
sealed interface Command {

  /** The status and code that the contract demands, with the shortages if there are some. */
  String apply(Model model);

  /** Asks the service, and keeps the ids that it gives. */
  Reply send(Api api, Names names);

  /** What the service calls the products, lots, orders and counts of the model. */
  record Names(
      List<String> products, Map<Goods, String> lots, List<String> orders, List<String> counts) {
    Names() {
      this(new ArrayList<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
    }

    private Reply lot(Goods key, Reply reply) {
      if (reply.status() == 201) {
        lots.put(key, reply.text("/lot/id"));
      }
      return reply;
    }

    /** A count may have made lots; its answer does not name them. */
    private void learn(Api api) {
      for (int product = 0; product < products.size(); product++) {
        String lots = "inventory?limit=100&productId=" + products.get(product);
        for (JsonNode lot : api.get(User.WAREHOUSE, lots).expect(200).body().path("data")) {
          String color = lot.path("colorCode").textValue();
          String date = lot.path("productionDate").textValue();
          this.lots.put(new Goods(product, color, date), lot.path("id").asText());
        }
      }
    }

    private Map<String, Object> body(Goods key, Map<String, ?> more) {
      return Given.lot(products.get(key.product()), key.color(), key.date(), more);
    }
  }

  /** A new product. */
  record Create(long threshold) implements Command {
    @Override
    public String apply(Model model) {
      return model.create();
    }

    @Override
    public Reply send(Api api, Names names) {
      Map<String, Object> body =
          Map.of("code", Given.code(), "name", "模型", "lowStockThreshold", threshold);
      Reply reply = api.post(User.ADMIN, "products", body);
      names.products.add(reply.text("/id"));
      return reply;
    }
  }

  /** Archives a product, perhaps again. */
  record Archive(int product) implements Command {
    @Override
    public String apply(Model model) {
      return model.archive(product);
    }

    @Override
    public Reply send(Api api, Names names) {
      return api.delete(User.ADMIN, "products/" + names.products.get(product));
    }
  }

  /** Pieces arrive. */
  record Inbound(Goods key, long quantity, String type) implements Command {
    @Override
    public String apply(Model model) {
      return model.inbound(key, quantity, type);
    }

    @Override
    public Reply send(Api api, Names names) {
      Map<String, Object> body = names.body(key, Map.of("quantity", quantity, "type", type));
      return names.lot(key, api.post(User.WAREHOUSE, "inventory/inbound", body));
    }
  }

  /** Pieces leave. */
  record Outbound(Goods key, long quantity) implements Command {
    @Override
    public String apply(Model model) {
      return model.outbound(key, quantity);
    }

    @Override
    public Reply send(Api api, Names names) {
      Map<String, Object> body = names.body(key, Map.of("quantity", quantity));
      return names.lot(key, api.post(User.WAREHOUSE, "inventory/outbound", body));
    }
  }

  /** A correction by a difference. */
  record Adjust(Goods key, long delta) implements Command {
    @Override
    public String apply(Model model) {
      return model.adjust(key, delta);
    }

    @Override
    public Reply send(Api api, Names names) {
      Map<String, Object> body = names.body(key, Map.of("delta", delta));
      return names.lot(key, api.post(User.WAREHOUSE, "inventory/adjustments", body));
    }
  }

  /** A correction to a quantity. */
  record AdjustTo(Goods key, long quantity, long expected) implements Command {
    @Override
    public String apply(Model model) {
      return model.adjustTo(key, quantity, expected);
    }

    @Override
    public Reply send(Api api, Names names) {
      Map<String, Object> body =
          names.body(key, Map.of("quantity", quantity, "expectedQuantity", expected));
      return names.lot(key, api.post(User.WAREHOUSE, "inventory/adjustments", body));
    }
  }

  /** A new order. */
  record Draft(List<Line> lines) implements Command {
    @Override
    public String apply(Model model) {
      return model.draft(lines);
    }

    @Override
    public Reply send(Api api, Names names) {
      List<Map<String, Object>> items = lines.stream().map(line -> item(line, names)).toList();
      Reply reply = api.post(User.SALES, "orders", Map.of("customerName", "模型", "items", items));
      if (reply.status() == 201) {
        names.orders.add(reply.text("/id"));
      }
      return reply;
    }

    private static Map<String, Object> item(Line line, Names names) {
      Map<String, Object> item =
          Given.item(names.products.get(line.product()), line.color(), line.quantity());
      item.put("productionDate", line.date());
      item.put("lotId", lot(line.lot(), names));
      item.put("unitPrice", "%d.%04d".formatted(line.price() / 10_000, line.price() % 10_000));
      item.put("allowMixedColors", line.mixed());
      return item;
    }

    private static @Nullable String lot(@Nullable Goods key, Names names) {
      return key == null ? null : Objects.requireNonNull(names.lots.get(key));
    }
  }

  /** Confirms, ships, completes or cancels an order. */
  record Step(int order, String step) implements Command {
    @Override
    public String apply(Model model) {
      return model.step(order, step);
    }

    @Override
    public Reply send(Api api, Names names) {
      return api.post(User.ADMIN, "orders/" + names.orders.get(order) + "/" + step, null);
    }
  }

  /** Somebody counts lots. */
  record Count(Map<Goods, Long> seen) implements Command {
    @Override
    public String apply(Model model) {
      model.count(seen);
      return "200";
    }

    @Override
    public Reply send(Api api, Names names) {
      Reply count = api.post(User.WAREHOUSE, "inventory/counts", Map.of()).expect(201);
      names.counts.add("inventory/counts/" + count.text("/id"));
      List<Map<String, Object>> lines = new ArrayList<>();
      seen.forEach(
          (goods, pieces) -> lines.add(names.body(goods, Map.of("countedQuantity", pieces))));
      return api.put(
          User.WAREHOUSE, names.counts.getLast() + "/lines", "*", Map.of("lines", lines));
    }
  }

  /** The last count is submitted. */
  record Submit() implements Command {
    @Override
    public String apply(Model model) {
      return model.submit();
    }

    @Override
    public Reply send(Api api, Names names) {
      Reply reply =
          api.post(User.WAREHOUSE, names.counts.removeLast() + "/submit", null).expect(200);
      names.learn(api);
      return reply;
    }
  }
}
