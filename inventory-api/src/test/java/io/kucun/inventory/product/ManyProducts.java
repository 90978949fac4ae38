package io.kucun.inventory.product;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Tiles with Chinese names, made by one statement: two characters of 2,048, one of eight kinds, one
 * of four sizes. A character of a brand is in one name of a thousand, "砖" in three of eight, and
 * "x" in all. Codes begin with one of 900 series.
 */
public final class ManyProducts {
  private static final List<String> TABLES = List.of("product", "product_stock");

  private static final String STOCK =
      """
      INSERT INTO product_stock (product_id, total, threshold)
      SELECT id, CASE WHEN hashtext(code) & 63 = 0 THEN 3 ELSE 30 END, low_stock_threshold
      FROM product
      WHERE NOT EXISTS (SELECT FROM product_stock WHERE product_id = id)
      """;

  private ManyProducts() {}

  /**
   * Makes them in tables of their own, exactly like those of the service, which this connection
   * sees instead until {@link #drop}.
   */
  static void apart(SqlConnection connection, int products) {
    run(connection, "SET client_min_messages = warning");
    run(connection, "CREATE SCHEMA many");
    for (String table : TABLES) {
      run(
          connection,
          "CREATE TABLE many.%1$s (LIKE public.%1$s INCLUDING ALL EXCLUDING INDEXES)"
              .formatted(table));
    }
    run(connection, "SET search_path = many, public");
    insert(connection, products);
    TABLES.forEach(table -> index(connection, table));
  }

  /** Indexes that are made last are made faster. */
  private static void index(SqlConnection connection, String table) {
    String definitions =
        "SELECT replace(indexdef, ' ON public.', ' ON many.') FROM pg_indexes"
            + " WHERE schemaname = 'public' AND tablename = '%s'".formatted(table);
    run(connection, definitions).forEach(index -> run(connection, index.getString(0)));
  }

  public static void insert(SqlConnection connection, int products) {
    run(
        connection,
        """
        INSERT INTO product (id, code, code_key, name, name_key, unit, pieces_per_unit, status,
          low_stock_threshold, version, created_at, updated_at)
        SELECT gen_random_uuid(), code, lower(code), name, lower(name),
          (ARRAY['PIECE', 'SHEET', 'STRIP'])[1 + n %% 3], 4,
          CASE WHEN n %% 50 = 0 THEN 'INACTIVE' ELSE 'ACTIVE' END, 5, 0, at, at + n %% 7 * interval '1 h'
        FROM (SELECT n, 'T' || 100 + n %% 900 || '-' || n AS code,
            chr(19968 + (hashint4(n) & 2047)) || chr(19968 + (hashint4(-n) & 2047))
              || (ARRAY['抛光砖', '仿古砖', '大理石', '马赛克', '木纹砖', '岩板', '瓷片', '地板'])[1 + (hashint4(n) >> 11 & 7)]
              || (ARRAY['300x600', '600x600', '800x800', '600x1200'])[1 + n %% 4] AS name,
            timestamptz '2026-01-01' - n * interval '1 minute' AS at
          FROM generate_series(1, %d) n) tile
        """
            .formatted(products));
    run(connection, STOCK);
    TABLES.forEach(table -> run(connection, "VACUUM ANALYZE " + table));
  }

  /** Takes out what {@link #insert} has put in. */
  public static void remove(SqlConnection connection) {
    // Looking for rows that refer to each of them would take longer than all else.
    run(connection, "SET session_replication_role = replica");
    run(
        connection,
        "DELETE FROM product_stock USING product WHERE product_id = id AND code ~ '^T\\d{3}-\\d+$'");
    run(connection, "DELETE FROM product WHERE code ~ '^T\\d{3}-\\d+$'");
    run(connection, "RESET session_replication_role");
    TABLES.forEach(table -> run(connection, "VACUUM ANALYZE " + table));
  }

  static void drop(SqlConnection connection) {
    run(connection, "RESET search_path");
    run(connection, "DROP SCHEMA many CASCADE");
    run(connection, "RESET client_min_messages");
  }

  public static List<Row> run(SqlConnection connection, String sql) {
    return StreamSupport.stream(connection.query(sql).executeAndAwait().spliterator(), false)
        .toList();
  }
}
