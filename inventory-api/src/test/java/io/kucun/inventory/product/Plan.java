package io.kucun.inventory.product;

import io.kucun.inventory.web.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What PostgreSQL did to answer a statement. */
record Plan(JsonObject root) {
  /** What the pages of indexes cost, and rows that have the grams of a code but not the code. */
  static final int FIXED = 40;

  /** Whether the values of a statement are known when its plan is chosen. */
  enum Mode {
    CUSTOM,
    GENERIC
  }

  /** Runs a statement as a prepared one, with its values. */
  static Plan of(SqlConnection connection, Statement statement, Mode mode) {
    String values =
        IntStream.range(0, statement.values().size())
            .mapToObj(i -> literal(statement.values().getValue(i)))
            .collect(Collectors.joining(", ", "(", ")"));
    ManyProducts.run(
        connection,
        "SET plan_cache_mode = force_" + mode.name().toLowerCase(java.util.Locale.ROOT) + "_plan");
    ManyProducts.run(connection, "PREPARE planned AS " + statement.sql());
    try {
      return new Plan(
          ((JsonArray)
                  ManyProducts.run(
                          connection,
                          "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE planned"
                              + (statement.values().size() == 0 ? "" : values))
                      .getFirst()
                      .getValue(0))
              .getJsonObject(0)
              .getJsonObject("Plan"));
    } finally {
      ManyProducts.run(connection, "DEALLOCATE planned");
      ManyProducts.run(connection, "RESET plan_cache_mode");
    }
  }

  private static String literal(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : "'" + value.toString().replace("'", "''") + "'";
  }

  /** Rows that were read of this table, those included that did not match. */
  long touched(String table) {
    return nodes().stream()
        .filter(node -> table.equals(node.getString("Relation Name")))
        .mapToLong(Plan::rows)
        .sum();
  }

  private static long rows(JsonObject node) {
    double each =
        node.getDouble("Actual Rows")
            + node.getDouble("Rows Removed by Filter", 0.0)
            + node.getDouble("Rows Removed by Index Recheck", 0.0);
    return Math.round(each * node.getDouble("Actual Loops"));
  }

  /** Blocks of 8 KiB that were looked at. */
  long buffers() {
    return root.getLong("Shared Hit Blocks") + root.getLong("Shared Read Blocks");
  }

  /** The indexes that were read. */
  List<String> indexes() {
    return nodes().stream()
        .filter(node -> node.containsKey("Index Name") && node.getDouble("Actual Loops") > 0)
        .map(node -> node.getString("Index Name"))
        .toList();
  }

  /** What is wrong with the plan of a search that finds so many products. */
  List<String> faults(long found) {
    List<String> faults = new ArrayList<>();
    if (!indexes().contains("product_search")) {
      faults.add("The index of the search is not used: " + indexes());
    }
    if (touched("product") > 2 * found + FIXED) {
      faults.add(touched("product") + " rows touched to find " + found);
    }
    if (buffers() > 3 * found + FIXED) {
      faults.add(buffers() + " blocks touched to find " + found);
    }
    return faults;
  }

  private List<JsonObject> nodes() {
    List<JsonObject> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes;
  }

  private static void collect(JsonObject node, List<JsonObject> nodes) {
    nodes.add(node);
    node.getJsonArray("Plans", new JsonArray())
        .forEach(child -> collect((JsonObject) child, nodes));
  }

  @Override
  public String toString() {
    return root.encodePrettily();
  }
}
