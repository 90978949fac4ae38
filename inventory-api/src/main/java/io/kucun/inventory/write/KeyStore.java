package io.kucun.inventory.write;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Objects;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** The stored keys and answers, seen from the current session's transaction. */
@ApplicationScoped
class KeyStore {
  /** The age of a row that is no longer replayed, by the database's clock. */
  static final String EXPIRED = "created_at < now() - interval '24 hours'";

  /**
   * Waits while another transaction has inserted the same key, and then inserts if that one rolled
   * back.
   */
  private static final String CLAIM =
      "INSERT INTO idempotency_key (subject, key, fingerprint) VALUES (?1, ?2, ?3)"
          + " ON CONFLICT DO NOTHING RETURNING 1";

  /** A statement of its own sees what was committed while the one before it waited. */
  private static final String FIND =
      "SELECT " + KeptAnswer.COLUMNS + " FROM idempotency_key WHERE subject = ?1 AND key = ?2";

  private static final String DROP_EXPIRED =
      "DELETE FROM idempotency_key WHERE subject = ?1 AND key = ?2 AND " + EXPIRED + " RETURNING 1";

  private static final String KEEP =
      """
      UPDATE idempotency_key
      SET status = ?3, location = ?4, etag = ?5, body = ?6,
          tags = string_to_array(cast(?7 AS text), ' ')
      WHERE subject = ?1 AND key = ?2 RETURNING 1
      """;

  /** Whether the key is now this transaction's; false if a committed row has it. */
  Uni<Boolean> claim(KeyedRequest request) {
    return query(CLAIM, Integer.class, request)
        .flatMap(query -> query.setParameter(3, request.fingerprint()).getSingleResultOrNull())
        .map(Objects::nonNull);
  }

  /** The answer that was given; null if the row has gone meanwhile. */
  Uni<@Nullable KeptAnswer> find(KeyedRequest request) {
    return query(FIND, Tuple.class, request)
        .flatMap(SelectionQuery::getSingleResultOrNull)
        .map(row -> row == null ? null : KeptAnswer.of(row));
  }

  /** Deletes the row if it is no longer replayed. */
  Uni<Void> dropExpired(KeyedRequest request) {
    return query(DROP_EXPIRED, Integer.class, request)
        .flatMap(SelectionQuery::getSingleResultOrNull)
        .replaceWithVoid();
  }

  /** Completes the row of this transaction. */
  Uni<Void> keep(KeyedRequest request, Rendered answer, Set<String> tags) {
    return query(KEEP, Integer.class, request)
        .flatMap(query ->
            query
                .setParameter(3, answer.status())
                .setParameter(4, answer.location())
                .setParameter(5, answer.etag())
                .setParameter(6, answer.body())
                .setParameter(7, String.join(" ", tags))
                .getSingleResult())
        .replaceWithVoid();
  }

  private static <T> Uni<SelectionQuery<T>> query(String sql, Class<T> type, KeyedRequest request) {
    return Panache.getSession()
        .map(session ->
            session
                .createNativeQuery(sql, type)
                .setParameter(1, request.subject())
                .setParameter(2, request.key()));
  }
}
