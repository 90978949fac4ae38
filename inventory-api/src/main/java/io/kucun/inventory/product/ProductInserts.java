package io.kucun.inventory.product;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements for many products at once, past the session, which would keep each of them. */
@ApplicationScoped
class ProductInserts {
  private static final String TAKEN =
      """
      SELECT p.code_key FROM product p
      JOIN json_array_elements_text(cast(cast(?1 AS text) AS json)) AS k(key) ON k.key = p.code_key
      """;

  /** Whoever has inserted one of the codes and not committed yet is waited for. */
  private static final String INSERT =
      """
      WITH added AS (
        INSERT INTO product (id, code, code_key, name, name_key, specification, specifications,
          unit, pieces_per_unit, weight, status, low_stock_threshold, version, created_at, updated_at)
        SELECT r.id, r.code, r.code_key, r.name, r.name_key, r.specification, r.specifications,
          r.unit, r.pieces, r.weight, r.status, r.threshold, 0, r.at, r.at
        FROM ROWS FROM (json_to_recordset(cast(cast(?1 AS text) AS json))
          AS (id uuid, code text, code_key text, name text, name_key text, specification text,
            specifications text, unit text, pieces integer, weight numeric, status text,
            threshold bigint, at timestamptz))
          WITH ORDINALITY AS r(id, code, code_key, name, name_key, specification, specifications,
            unit, pieces, weight, status, threshold, at, n)
        ORDER BY r.n
        ON CONFLICT (code_key) DO NOTHING RETURNING code_key)
      SELECT code_key FROM added
      """;

  private final ObjectMapper json;

  ProductInserts(ObjectMapper json) {
    this.json = json;
  }

  /** Which of these keys products have. */
  Uni<Set<String>> taken(List<String> codeKeys) {
    return keys(
        TAKEN,
        written(out -> {
          for (String key : codeKeys) {
            out.writeString(key);
          }
        }));
  }

  /** Inserts products in this order, but for those whose key is taken; tells the keys of them. */
  Uni<Set<String>> insert(List<Product> products) {
    return keys(
        INSERT,
        written(out -> {
          for (Product product : products) {
            write(out, product);
          }
        }));
  }

  private static Uni<Set<String>> keys(String sql, String rows) {
    return Panache.getSession()
        .flatMap(session ->
            session.createNativeQuery(sql, String.class).setParameter(1, rows).getResultList())
        .map(keys -> keys.stream().collect(Collectors.toSet()));
  }

  private static void write(JsonGenerator out, Product product) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", product.id.toString());
    out.writeStringField("code", product.code);
    out.writeStringField("code_key", product.codeKey);
    out.writeStringField("name", product.name);
    out.writeStringField("name_key", product.nameKey);
    out.writeStringField("specification", product.specification);
    out.writeStringField("specifications", product.specifications);
    out.writeStringField("unit", product.unit.name());
    out.writeNumberField("pieces", product.piecesPerUnit);
    out.writeFieldName("weight");
    out.writeNumber(product.weight);
    out.writeStringField("status", product.status.name());
    out.writeNumberField("threshold", product.lowStockThreshold);
    out.writeStringField("at", product.createdAt.toString());
    out.writeEndObject();
  }

  private String written(Rows rows) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartArray();
      rows.write(out);
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The entries of an array. */
  private interface Rows {
    void write(JsonGenerator out) throws IOException;
  }
}
