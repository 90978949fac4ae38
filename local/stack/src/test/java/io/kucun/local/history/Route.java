package io.kucun.local.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A way to read registers.
 *
 * @param name the same for every product
 * @param shown what an answer shows
 */
record Route(String name, String path, Function<JsonNode, List<Value>> shown) {
  private static final String API = "/api/v1/";

  /** All ways to read products whose names contain that word. */
  static List<Route> all(String word, List<String> products) {
    List<Route> routes = new ArrayList<>();
    products.forEach(id -> routes.addAll(of(id)));
    String search = "?search=" + word;
    routes.add(new Route("list", API + "products" + search, each(Route::version)));
    routes.add(
        new Route(
            "list with stock",
            API + "products" + search + "&include=inventory",
            each(Route::product)));
    routes.add(new Route("lots of all", API + "inventory" + search, each(Route::lot)));
    return List.copyOf(routes);
  }

  private static List<Route> of(String id) {
    String product = API + "products/" + id;
    return List.of(
        detail(id),
        new Route("detail with stock", product + "?include=inventory", Route::product),
        new Route("summary", product + "/inventory", Route::summary),
        new Route("lots", API + "inventory?productId=" + id, each(Route::lot)));
  }

  /** One product without its stock. */
  static Route detail(String id) {
    return new Route("detail", API + "products/" + id, Route::version);
  }

  private static List<Value> version(JsonNode product) {
    return List.of(
        new Value(
            Register.version(product.path("id").asText()), product.path("version").asLong(-1)));
  }

  private static List<Value> product(JsonNode product) {
    long total = product.path("inventory").path("totalQuantity").asLong(-1);
    return List.of(
        version(product).getFirst(), new Value(Register.stock(product.path("id").asText()), total));
  }

  private static List<Value> summary(JsonNode summary) {
    return List.of(
        new Value(
            Register.stock(summary.path("productId").asText()),
            summary.path("totalQuantity").asLong(-1)));
  }

  private static List<Value> lot(JsonNode lot) {
    return List.of(
        new Value(Register.stock(lot.path("productId").asText()), lot.path("quantity").asLong(-1)));
  }

  private static Function<JsonNode, List<Value>> each(Function<JsonNode, List<Value>> one) {
    return list ->
        StreamSupport.stream(list.path("data").spliterator(), false)
            .flatMap(item -> one.apply(item).stream())
            .toList();
  }
}
