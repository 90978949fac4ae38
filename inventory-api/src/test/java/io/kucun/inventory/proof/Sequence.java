package io.kucun.inventory.proof;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Runs one random sequence against the service and a model, and compares them after each step. */
final class Sequence {
  private static final String LOTS =
      """
      SELECT product_id::text, color_code, production_date::text, quantity || '-' || reserved
      FROM stock_lot WHERE product_id = ANY($1)
      """;
  private static final String ORDERS =
      """
      SELECT o.id::text, lower(o.status) || ' ' || o.total_amount || coalesce((
        SELECT string_agg(a.line || ':' || l.product_id || '/' || coalesce(l.color_code, 'null')
          || '/' || coalesce(l.production_date::text, 'null') || '=' || a.quantity, ' '
          ORDER BY a.line, l.production_date, l.color_code NULLS FIRST)
        FROM sales_order_allocation a JOIN stock_lot l ON l.id = a.lot_id
        WHERE a.order_id = o.id), '')
      FROM sales_order o WHERE o.id = ANY($1)
      """;

  private final Pool database;
  private final Model model;
  private final Commands commands;
  private final Api api = new Api();
  private final Command.Names names = new Command.Names();
  private final List<String> done = new ArrayList<>();

  Sequence(Pool database, Model model, long seed) {
    this.database = database;
    this.model = model;
    this.commands = new Commands(seed);
  }

  /** Where model and service part, with all steps until there; empty if they never do. */
  String divergence(int steps) {
    for (int i = 0; i < steps; i++) {
      Command command = commands.next(model);
      String expected = command.apply(model);
      String actual = words(command.send(api, names));
      done.add(command + " -> " + actual);
      if (!expected.equals(actual)) {
        return after("the model answers " + expected);
      }
      String difference = difference();
      if (!difference.isEmpty()) {
        return after(difference);
      }
    }
    return "";
  }

  int steps() {
    return done.size();
  }

  Collection<String> products() {
    return names.products();
  }

  private String after(String difference) {
    return "After\n  " + String.join("\n  ", done) + "\n" + difference;
  }

  private static String words(Reply reply) {
    StringBuilder words = new StringBuilder(reply.outcome());
    reply
        .body()
        .path("shortages")
        .forEach(shortage ->
            words
                .append(' ')
                .append(shortage.path("pointer").asText())
                .append(':')
                .append(shortage.path("requested").asText())
                .append(':')
                .append(shortage.path("available").asText()));
    reply
        .body()
        .path("conflicts")
        .forEach(conflict ->
            words
                .append(' ')
                .append(conflict.path("line").asText())
                .append(':')
                .append(conflict.path("code").asText()));
    return words.toString();
  }

  private String difference() {
    SortedMap<String, String> expected = expected();
    SortedMap<String, String> actual = actual();
    if (expected.equals(actual)) {
      return "";
    }
    SortedMap<String, String> onlyModel = new TreeMap<>(expected);
    onlyModel.entrySet().removeAll(actual.entrySet());
    actual.entrySet().removeAll(expected.entrySet());
    return "the model has " + onlyModel + ", the database " + actual;
  }

  private SortedMap<String, String> expected() {
    SortedMap<String, String> state = new TreeMap<>();
    model.lots.forEach((key, lot) -> state.put("" + key, lot.quantity + "-" + lot.reserved));
    for (int i = 0; i < model.orders.size(); i++) {
      Model.Order order = model.orders.get(i);
      List<String> taken = new ArrayList<>();
      for (int line = 0; line < order.taken.size(); line++) {
        for (Map.Entry<Goods, Long> pieces : order.taken.get(line).entrySet()) {
          taken.add(line + ":" + pieces.getKey() + "=" + pieces.getValue());
        }
      }
      state.put("o" + i, order.status + " " + order.total() + String.join(" ", taken));
    }
    return state;
  }

  private SortedMap<String, String> actual() {
    SortedMap<String, String> state = new TreeMap<>();
    for (Row row : rows(LOTS, names.products())) {
      int product = names.products().indexOf(row.getString(0));
      state.put("p" + product + "/" + row.getString(1) + "/" + row.getString(2), row.getString(3));
    }
    for (Row row : rows(ORDERS, names.orders())) {
      String text = row.getString(1);
      for (int i = 0; i < names.products().size(); i++) {
        text = text.replace(names.products().get(i), "p" + i);
      }
      state.put("o" + names.orders().indexOf(row.getString(0)), text);
    }
    return state;
  }

  private Iterable<Row> rows(String sql, List<String> ids) {
    UUID[] uuids = ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    return database.preparedQuery(sql).executeAndAwait(Tuple.of((Object) uuids));
  }
}
