package io.kucun.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Api;
import io.kucun.local.client.Json;
import java.util.Optional;
import java.util.stream.Stream;

/** The change of stock that {@code up} offers to try: a delivery for one product. */
record Trial(String productId) {
  /** Whoever makes it. */
  static final String USER = "warehouse";

  /** Of a tile of the demo data, or else of any product; empty if there is none. */
  static Optional<Trial> of(Api api) {
    return product(api, "products?search=T800-01&limit=1")
        .or(() -> product(api, "products?limit=1"))
        .map(Trial::new);
  }

  private static Optional<String> product(Api api, String list) {
    JsonNode data = api.get(list).orThrow("the list of products").path("data");
    return data.isEmpty() ? Optional.empty() : Optional.of(data.get(0).path("id").asText());
  }

  ObjectNode inbound() {
    return Json.object()
        .put("productId", productId)
        .put("colorCode", "A01")
        .put("productionDate", "2026-03-12")
        .put("quantity", 5)
        .put("type", "normal")
        .put("reason", "delivery");
  }

  String command(String apiUrl) {
    return "curl -s "
        + apiUrl
        + "/api/v1/inventory/inbound"
        + " -H \"Authorization: Bearer $(./kucun token "
        + USER
        + ")\" -H 'Content-Type: application/json' -d '"
        + inbound()
        + "'";
  }

  /** Whether it is this change that a frame tells of. */
  boolean produced(JsonNode frame) {
    JsonNode data = frame.path("data");
    ObjectNode asked = inbound();
    return data.path("type").asText().equals("inbound")
        && data.path("delta").asInt() == asked.path("quantity").asInt()
        && Stream.of("productId", "colorCode", "productionDate", "reason")
            .allMatch(field -> data.path(field).equals(asked.path(field)));
  }
}
