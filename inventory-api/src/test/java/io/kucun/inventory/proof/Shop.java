package io.kucun.inventory.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.testing.Given;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few products, their lots and the latest orders, on which a crowd does everything at once: all
 * clients draw from the same few, so they meet.
 */
final class Shop {
  private static final int LINES = 10;
  private static final int LATEST_ORDERS = 96;

  private final Api api;
  private final AtomicReferenceArray<String> products;
  private final AtomicReferenceArray<Lot> lots;
  private final AtomicReferenceArray<String> orders = new AtomicReferenceArray<>(LATEST_ORDERS);
  private final AtomicInteger nextLot = new AtomicInteger();
  private final AtomicInteger nextOrder = new AtomicInteger();
  private final AtomicInteger countsPosted = new AtomicInteger();
  private final Queue<String> everyProduct = new ConcurrentLinkedQueue<>();

  private record Lot(String id, String product) {}

  Shop(Api api, int size) {
    this.api = api;
    this.products = new AtomicReferenceArray<>(size);
    this.lots = new AtomicReferenceArray<>(4 * size);
    Random random = new Random(size);
    for (int slot = 0; slot < size; slot++) {
      stock(slot, random);
    }
  }

  /** All products that there ever were. */
  Collection<String> products() {
    return everyProduct;
  }

  /** How many stock-takes corrected something. */
  int countsPosted() {
    return countsPosted.get();
  }

  /** Does something, whatever the dice say. */
  Reply act(Random random) {
    return switch (Errand.draw(random)) {
      case DRAFT -> draft(random);
      case CONFIRM -> step(random, "confirm");
      case SHIP -> step(random, "ship");
      case CANCEL -> step(random, "cancel");
      case COMPLETE -> step(random, "complete");
      case INBOUND -> inbound(product(random), random, 10 + random.nextInt(50));
      case OUTBOUND -> move(random, "outbound", Map.of("quantity", 1 + random.nextInt(20)));
      case ADJUST -> move(random, "adjustments", Map.of("delta", random.nextBoolean() ? 3 : -3));
      case ADJUST_BATCH -> batch(random);
      case COUNT -> count(random);
      case RECOUNT -> recount(random);
      case THRESHOLD -> threshold(random);
      case REPLACE_PRODUCT -> replace(random);
    };
  }

  private void stock(int slot, Random random) {
    String product = Given.product(Given.code(), 80 + random.nextInt(80));
    everyProduct.add(product);
    for (int i = 0; i < 3; i++) {
      inbound(product, random, 40);
    }
    products.set(slot, product);
  }

  private Reply draft(Random random) {
    List<Map<String, Object>> items = new ArrayList<>(LINES);
    for (int i = 0; i < LINES; i++) {
      items.add(item(random));
    }
    Reply draft = api.post(User.SALES, "orders", Map.of("customerName", "Wang", "items", items));
    if (draft.status() == 201) {
      orders.set(nextOrder.getAndIncrement() % LATEST_ORDERS, draft.text("/id"));
    }
    return draft;
  }

  private Map<String, Object> item(Random random) {
    Lot lot = random.nextInt(8) == 0 ? lots.get(random.nextInt(lots.length())) : null;
    String product = lot == null ? product(random) : lot.product;
    Map<String, Object> item = Given.item(product, color(random), 1 + random.nextInt(4));
    if (lot != null) {
      item.put("lotId", lot.id);
      item.put("colorCode", null);
    }
    item.put("allowMixedColors", random.nextInt(4) == 0);
    return item;
  }

  private Reply step(Random random, String step) {
    String order = orders.get(random.nextInt(LATEST_ORDERS));
    return order == null
        ? draft(random)
        : api.post(User.ADMIN, "orders/" + order + "/" + step, null);
  }

  private Reply inbound(String product, Random random, int quantity) {
    Map<String, Object> body =
        Given.lot(product, color(random), date(random), Map.of("quantity", quantity));
    Reply reply = api.post(User.WAREHOUSE, "inventory/inbound", body);
    if (reply.status() == 201) {
      Lot lot = new Lot(reply.text("/lot/id"), product);
      lots.set(nextLot.getAndIncrement() % lots.length(), lot);
    }
    return reply;
  }

  private Reply move(Random random, String document, Map<String, ?> more) {
    Map<String, Object> body = Given.lot(product(random), color(random), date(random), more);
    return api.post(User.WAREHOUSE, "inventory/" + document, body);
  }

  private Reply batch(Random random) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Map<String, Object> delta = Map.of("delta", random.nextInt(3) == 0 ? -2 : 2);
      items.add(Given.lot(product(random), color(random), date(random), delta));
    }
    return api.post(User.WAREHOUSE, "inventory/adjustments/batch", Map.of("items", items));
  }

  /** Counts a product's lots, and corrects those that nobody moved meanwhile. */
  private Reply count(Random random) {
    String product = product(random);
    JsonNode summary = api.get(User.WAREHOUSE, "products/" + product + "/inventory").body();
    List<Map<String, Object>> lines = new ArrayList<>();
    summary
        .path("lots")
        .forEach(lot ->
            lines.add(
                Given.lot(
                    product,
                    textOrNull(lot.path("colorCode")),
                    textOrNull(lot.path("productionDate")),
                    Map.of("countedQuantity", lot.path("quantity").asLong() + random.nextInt(2)))));
    Reply count =
        api.post(User.WAREHOUSE, "inventory/counts", Map.of("productIds", List.of(product)));
    String path = "inventory/counts/" + count.expect(201).text("/id");
    api.put(User.WAREHOUSE, path + "/lines", "*", Map.of("lines", lines)).expect(200);
    Reply submitted = api.post(User.WAREHOUSE, path + "/submit", null).expect(200);
    boolean posted = submitted.body().at("/count/posted").asInt() > 0;
    countsPosted.addAndGet(posted ? 1 : 0);
    return submitted;
  }

  private Reply recount(Random random) {
    Lot lot = lots.get(random.nextInt(lots.length()));
    if (lot == null) {
      return draft(random);
    }
    JsonNode is = api.get(User.WAREHOUSE, "inventory/" + lot.id).expect(200).body();
    long quantity = is.path("quantity").asLong();
    Map<String, Object> body =
        Given.lot(
            lot.product,
            textOrNull(is.path("colorCode")),
            textOrNull(is.path("productionDate")),
            Map.of("quantity", quantity + 2, "expectedQuantity", quantity));
    return api.post(User.WAREHOUSE, "inventory/adjustments", body);
  }

  private Reply threshold(Random random) {
    String path = "products/" + product(random);
    JsonNode is = api.get(User.ADMIN, path).expect(200).body();
    Map<String, Object> body =
        Map.of(
            "code", is.path("code").asText(),
            "name", is.path("name").asText(),
            "lowStockThreshold", random.nextInt(300));
    return api.put(User.ADMIN, path, "\"" + is.path("version").asText() + "\"", body);
  }

  /** A new product takes the place of the short-lived one, which is archived. */
  private Reply replace(Random random) {
    int slot = products.length() - 1;
    String old = products.get(slot);
    stock(slot, random);
    for (int i = 0; i < lots.length(); i++) {
      lots.updateAndGet(i, lot -> lot == null || lot.product.equals(old) ? null : lot);
    }
    return api.delete(User.ADMIN, "products/" + old);
  }

  /** Seldom the short-lived one: an order that names an archived product goes nowhere. */
  private String product(Random random) {
    int lasting = products.length() - 1;
    return products.get(random.nextInt(50) == 0 ? lasting : random.nextInt(lasting));
  }

  private static @Nullable String textOrNull(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  private static @Nullable String color(Random random) {
    return random.nextInt(3) == 0 ? null : random.nextBoolean() ? "A01" : "B02";
  }

  private static @Nullable String date(Random random) {
    return random.nextInt(3) == 0 ? null : "2026-0" + (1 + random.nextInt(3)) + "-01";
  }
}
