package io.kucun.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Api;
import io.kucun.local.client.ClientException;
import io.kucun.local.client.Json;
import io.kucun.local.client.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The products of the plan in the running system: created, or found by their code. */
final class Products {
  /** A lot needs a colour; these goods come in one. */
  static final String COLOR = "STD";

  private static final int LOW_STOCK = 5;
  private static final int MAX_NAME = 200;

  private final Api api;
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  Products(Api api) {
    this.api = api;
  }

  /** The id of a product; empty if it is archived. */
  Optional<String> id(String key) {
    return Optional.ofNullable(ids.get(key));
  }

  /** Makes sure that it is there, and adds the stock that the file will take. */
  void open(String key, Plan.Item item) {
    Reply created = api.post("products", body(item));
    String id =
        created.problem().equals("duplicate_code")
            ? find(item.code())
            : created.orThrow("product " + item.code()).path("id").asText();
    if (id.isEmpty()) {
      return;
    }
    api.post("inventory/inbound", inbound(id, item.openingStock(), "normal", "opening stock"))
        .orThrow("opening stock of " + item.code());
    ids.put(key, id);
  }

  static JsonNode inbound(String id, long quantity, String type, String reason) {
    return Json.object()
        .put("productId", id)
        .put("colorCode", COLOR)
        .put("quantity", quantity)
        .put("type", type)
        .put("reason", reason);
  }

  /** Empty if it is archived: its code stays taken, and it takes no more stock. */
  private String find(String code) {
    String wanted = code.toUpperCase(Locale.ROOT);
    String query = "products?limit=100&search=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    for (int page = 1; ; page++) {
      JsonNode list = api.get(query + "&page=" + page).orThrow("product " + code);
      for (JsonNode product : list.path("data")) {
        if (product.path("code").asText().toUpperCase(Locale.ROOT).equals(wanted)) {
          return product.path("id").asText();
        }
      }
      if (page >= list.path("pagination").path("totalPages").asInt()) {
        requireArchived(query, code);
        return "";
      }
    }
  }

  private void requireArchived(String query, String code) {
    if (api.get(query + "&archived=true").orThrow("product " + code).path("data").isEmpty()) {
      throw new ClientException("product " + code + " is taken but in no list");
    }
  }

  private static JsonNode body(Plan.Item item) {
    String name = item.name();
    return Json.object()
        .put("code", item.code())
        .put("name", name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME))
        .put("unit", "piece")
        .put("lowStockThreshold", LOW_STOCK);
  }
}
