package io.kucun.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Api;
import io.kucun.local.client.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills an empty catalogue with tiles, their stock and a few orders in different states. */
public final class DemoData {
  private final Api api;
  private final Map<String, String> ids = new HashMap<>();

  /** Through an API that speaks as an administrator. */
  public DemoData(Api api) {
    this.api = api;
  }

  /** Whether there is no product at all. */
  public boolean isWanted() {
    return total("products?limit=1") + total("products?limit=1&archived=true") == 0;
  }

  /** Creates all of it. */
  public void create() {
    for (DemoTile tile : DemoTile.ALL) {
      String id = api.post("products", product(tile)).orThrow("product").path("id").asText();
      ids.put(tile.code(), id);
      for (DemoLot lot : tile.lots()) {
        api.post("inventory/inbound", inbound(id, lot)).orThrow("inbound");
      }
    }
    order("佛山宏达建材 Foshan Hongda", "T800-01", "A01", 120, "38.50", List.of("confirm", "ship"));
    order("Nordic Tiles AB", "W300-01", "W00", 200, "6.90", List.of("confirm"));
    order("绿城装饰 Lücheng Decoration", "M030-01", "S12", 30, "12.80", List.of());
    order("Casa Lisboa", "X150-01", "P21", 10, "4.20", List.of("confirm", "cancel"));
  }

  private void order(
      String customer, String code, String color, int quantity, String price, List<String> steps) {
    ObjectNode order = Json.object().put("customerName", customer);
    order
        .putArray("items")
        .addObject()
        .put("productId", ids.get(code))
        .put("colorCode", color)
        .put("quantity", quantity)
        .put("unitPrice", price);
    String id = api.post("orders", order).orThrow("order").path("id").asText();
    for (String step : steps) {
      api.post("orders/" + id + "/" + step, Json.object()).orThrow(step);
    }
  }

  private int total(String list) {
    JsonNode body = api.get(list).orThrow("the list of products");
    return body.path("pagination").path("total").asInt();
  }

  private static ObjectNode product(DemoTile tile) {
    ObjectNode body =
        Json.object()
            .put("code", tile.code())
            .put("name", tile.name())
            .put("specification", tile.specification())
            .put("unit", tile.unit())
            .put("piecesPerUnit", tile.piecesPerUnit())
            .put("weight", tile.weight())
            .put("lowStockThreshold", tile.lowStockThreshold());
    body.putObject("specifications").put("surface", tile.surface());
    return body;
  }

  private static ObjectNode inbound(String productId, DemoLot lot) {
    return Json.object()
        .put("productId", productId)
        .put("colorCode", lot.colorCode())
        .put("productionDate", lot.productionDate())
        .put("quantity", lot.quantity())
        .put("type", "normal")
        .put("reason", "opening stock");
  }
}
