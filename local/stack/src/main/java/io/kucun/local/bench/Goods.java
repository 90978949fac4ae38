package io.kucun.local.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Json;
import io.kucun.local.rig.HttpLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The products of a bench. */
final class Goods {
  private static final int BATCH = 100;

  private Goods() {}

  /** Makes products without stock, and gives their ids. */
  static List<String> create(HttpLine line, String name, int count) throws IOException {
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      ObjectNode body = Json.object();
      ArrayNode items = body.putArray("items");
      for (int i = 0; i < Math.min(BATCH, count - ids.size()); i++) {
        items
            .addObject()
            .put("code", name + (ids.size() + i))
            .put("name", name)
            .put("unit", "piece");
      }
      line.send("POST", "/api/v1/products/batch", "", body.toString())
          .orThrow()
          .path("data")
          .forEach(it -> ids.add(it.path("id").asText()));
    }
    return ids;
  }

  /** A file with opening stock: one piece in each of so many lots, spread over these products. */
  static String openingStock(String name, int products, int rows) {
    StringBuilder csv = new StringBuilder("productCode,colorCode,quantity\n");
    for (int i = 0; i < rows; i++) {
      csv.append(name).append(i % products).append(",C").append(i).append(",1\n");
    }
    return csv.toString();
  }
}
