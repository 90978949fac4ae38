package io.kucun.inventory.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What PostgreSQL did to answer a statement. */
public record Explained(JsonObject root) {

  /** How many rows it took out of tables, those included that did not match. */
  public long touched() {
    return Math.round(
        nodes().stream()
            .filter(node -> node.containsKey("Relation Name"))
            .mapToDouble(Explained::rows)
            .sum());
  }

  private static double rows(JsonObject node) {
    double each =
        node.getDouble("Actual Rows")
            + node.getDouble("Rows Removed by Filter", 0.0)
            + node.getDouble("Rows Removed by Index Recheck", 0.0);
    return each * node.getDouble("Actual Loops");
  }

  /** How many rows went into the largest of its sorts. */
  public long sorted() {
    return Math.round(
        nodes().stream()
            .filter(node -> node.getString("Node Type").endsWith("Sort"))
            .flatMap(sort -> sort.getJsonArray("Plans").stream().map(JsonObject.class::cast))
            .filter(below -> below.getString("Parent Relationship").equals("Outer"))
            .mapToDouble(below -> below.getDouble("Actual Rows") * below.getDouble("Actual Loops"))
            .max()
            .orElse(0));
  }

  /** The indexes that it used. */
  public List<String> indexes() {
    return nodes().stream()
        .map(node -> node.getString("Index Name"))
        .filter(Objects::nonNull)
        .toList();
  }

  private List<JsonObject> nodes() {
    List<JsonObject> nodes = new ArrayList<>(List.of(root));
    for (int i = 0; i < nodes.size(); i++) {
      JsonArray below = nodes.get(i).getJsonArray("Plans", new JsonArray());
      below.forEach(node -> nodes.add((JsonObject) node));
    }
    return nodes;
  }

  @Override
  public String toString() {
    return root.encodePrettily();
  }
}
