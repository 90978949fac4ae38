package io.kucun.inventory.web;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A statement as PostgreSQL takes it, with its values.
 *
 * @param sql with {@code $1}, {@code $2} and so on
 */
public record Statement(String sql, Tuple values) {
  private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

  /** Numbers the named parameters of a statement. */
  public static Statement of(String named, Map<String, Object> parameters) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Matcher matcher = NAME.matcher(named);
    String sql =
        matcher.replaceAll(found ->
            "\\$"
                + numbers.computeIfAbsent(
                    Objects.requireNonNull(found.group(1)), name -> numbers.size() + 1));
    Tuple values = Tuple.tuple();
    numbers.keySet().forEach(name -> values.addValue(value(parameters, name)));
    return new Statement(sql, values);
  }

  /** Reads all its rows. */
  public Uni<List<Row>> rows(Pool pool) {
    return pool.withConnection(connection -> connection.preparedQuery(sql).execute(values))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  private static Object value(Map<String, Object> parameters, String name) {
    Object value = Objects.requireNonNull(parameters.get(name), name);
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }
}
