package io.kucun.inventory.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.csv.Chunks;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Finds very many products, to be asked within a transaction: past its session, which would keep
 * each of them.
 */
@ApplicationScoped
public class ProductLookup {
  private static final String BY_CODE =
      """
      SELECT p.code_key, cast(p.id AS text) FROM product p
      JOIN json_array_elements_text(cast(cast(?1 AS text) AS json)) AS k(key) ON k.key = p.code_key
      """;

  private static final String BY_ID =
      """
      SELECT cast(p.id AS text), p.code, p.version, p.archived, p.low_stock_threshold FROM product p
      JOIN json_array_elements_text(cast(cast(?1 AS text) AS json)) AS k(id)
      ON cast(k.id AS uuid) = p.id
      """;

  private final ObjectMapper json;

  ProductLookup(ObjectMapper json) {
    this.json = json;
  }

  /** The ids of those of these codes that there are, by {@link #keyOf}. */
  public Uni<Map<String, UUID>> ids(Collection<String> codes) {
    Map<String, UUID> found = new HashMap<>();
    List<String> keys = codes.stream().map(ProductLookup::keyOf).distinct().toList();
    return each(BY_CODE, keys, row -> found.put((String) row[0], UUID.fromString((String) row[1])))
        .replaceWith(found);
  }

  /** The facts of these products. */
  public Uni<Map<UUID, Fact>> facts(Collection<UUID> ids) {
    Map<UUID, Fact> found = new HashMap<>();
    return each(
            BY_ID,
            List.copyOf(ids),
            row -> {
              UUID id = UUID.fromString((String) row[0]);
              found.put(
                  id,
                  new Fact(id, (String) row[1], (Long) row[2], (Boolean) row[3], (Long) row[4]));
            })
        .replaceWith(found);
  }

  /** One spelling for all that count as the same code. */
  public static String keyOf(String code) {
    return Products.keyOf(code);
  }

  private Uni<Void> each(String sql, List<?> keys, Consumer<Object[]> reader) {
    return Chunks.each(
        keys,
        some ->
            Panache.getSession()
                .flatMap(session ->
                    session
                        .createNativeQuery(sql, Object[].class)
                        .setParameter(1, json(some))
                        .getResultList())
                .invoke(rows -> rows.forEach(reader)));
  }

  private String json(List<?> keys) {
    try {
      return json.writeValueAsString(keys);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
