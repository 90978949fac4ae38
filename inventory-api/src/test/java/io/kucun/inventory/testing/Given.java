package io.kucun.inventory.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things that a test needs to be there, made over HTTP. */
public final class Given {
  private Given() {}

  public static String code() {
    return "T-" + UUID.randomUUID();
  }

  public static String product() {
    return product(code(), 0);
  }

  public static String product(String code, long threshold) {
    return As.admin()
        .body(Map.of("code", code, "name", "抛光砖", "lowStockThreshold", threshold))
        .post("/api/v1/products")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Brings pieces in and answers the lot's id. */
  public static String stock(
      String productId, @Nullable String color, @Nullable String date, long quantity) {
    return As.warehouse()
        .body(lot(productId, color, date, Map.of("quantity", quantity)))
        .post("/api/v1/inventory/inbound")
        .then()
        .statusCode(201)
        .extract()
        .path("lot.id");
  }

  public static Map<String, Object> lot(
      String productId, @Nullable String color, @Nullable String date, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("productId", productId);
    body.put("colorCode", color);
    body.put("productionDate", date);
    return body;
  }

  public static Map<String, Object> item(String productId, @Nullable String color, long quantity) {
    Map<String, Object> item = new HashMap<>();
    item.put("productId", productId);
    item.put("colorCode", color);
    item.put("quantity", quantity);
    item.put("unitPrice", "19.90");
    return item;
  }

  public static String draft(String user, Map<?, ?>... items) {
    return As.user(user, "sales")
        .body(Map.of("customerName", "Wang", "items", List.of(items)))
        .post("/api/v1/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
