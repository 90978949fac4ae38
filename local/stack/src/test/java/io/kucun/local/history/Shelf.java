package io.kucun.local.history;

import io.kucun.local.client.Json;
import io.kucun.local.rig.Answer;
import io.kucun.local.rig.HttpLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some new products, each with one piece of one lot, and all ways to read them.
 *
 * @param name a word that is in their names and in no other's
 */
record Shelf(String name, List<String> products, List<Route> routes) {
  private static final String LOT =
      "\"colorCode\":\"A01\",\"productionDate\":\"2026-05-01\",\"quantity\":1,\"type\":\"normal\"";

  /** Makes them and notes where they start. */
  static Shelf filled(String name, int size, HttpLine line, History history) throws IOException {
    List<String> products = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Answer created = line.send("POST", "/api/v1/products", "", body(name, i));
      String id = created.orThrow().path("id").asText();
      line.send("POST", "/api/v1/inventory/inbound", "", inbound(id)).orThrow();
      history.started(Register.version(id), created.json().path("version").asLong());
      history.started(Register.stock(id), 1);
      products.add(id);
    }
    return new Shelf(name, List.copyOf(products), Route.all(name, products));
  }

  /** The product of that number, to be put in its place again. */
  String body(int number) {
    return body(name, number);
  }

  /** One more piece. */
  static String inbound(String product) {
    return "{\"productId\":\"" + product + "\"," + LOT + "}";
  }

  private static String body(String name, int number) {
    return Json.object().put("code", name + "-" + number).put("name", name).toString();
  }
}
