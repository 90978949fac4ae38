package io.kucun.local.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Api;
import io.kucun.local.client.Json;
import java.util.UUID;

/** Bodies for the API. */
final class Goods {
  private Goods() {}

  static ObjectNode product() {
    return Json.object().put("code", "E2E-" + UUID.randomUUID()).put("name", "试砖 Test tile");
  }

  /** A new product with that much in stock. */
  static String inStock(Api admin, int quantity) {
    String id = admin.post("products", product()).orThrow("product").path("id").asText();
    admin.post("inventory/inbound", inbound(id, quantity)).orThrow("inbound");
    return id;
  }

  static ObjectNode inbound(String productId, int quantity) {
    return Json.object()
        .put("productId", productId)
        .put("colorCode", "A01")
        .put("productionDate", "2026-05-01")
        .put("quantity", quantity)
        .put("type", "normal")
        .put("reason", "test");
  }

  static ObjectNode order(String productId, int quantity) {
    ObjectNode order = Json.object().put("customerName", "Test & 客户");
    order
        .putArray("items")
        .addObject()
        .put("productId", productId)
        .put("colorCode", "A01")
        .put("quantity", quantity)
        .put("unitPrice", "19.90");
    return order;
  }
}
