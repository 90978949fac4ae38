package io.kucun.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an event says about one entity.
 *
 * @param entity such as {@code lot:…}; empty if the event changes nothing
 * @param state what the entity is afterwards, as {@link Books} words it
 */
record Change(String entity, long version, String state) {
  private static final Change NOTHING = new Change("", 0, "");

  static Change of(String channel, JsonNode data) {
    long version = data.path("version").asLong(-1);
    String id = data.path("id").asText();
    return switch (channel) {
      case "products" -> new Change("product:" + id, version, product(data.path("product")));
      case "orders" -> new Change("order:" + id, version, data.path("status").asText());
      default -> data.has("movementId") ? new Change("lot:" + id, version, lot(data)) : NOTHING;
    };
  }

  private static String lot(JsonNode data) {
    JsonNode after = data.path("after");
    return after.path("quantity").asLong(-1) + " " + after.path("reserved").asLong(-1);
  }

  private static String product(JsonNode product) {
    return Stream.of("code", "name", "unit", "piecesPerUnit", "status", "lowStockThreshold")
        .map(field -> product.path(field).asText())
        .collect(Collectors.joining(" "));
  }

  boolean isNothing() {
    return entity.isEmpty();
  }

  /** The version that an entity has after its first change. */
  long first() {
    return List.of("product", "order").contains(entity.substring(0, entity.indexOf(':'))) ? 0 : 1;
  }
}
