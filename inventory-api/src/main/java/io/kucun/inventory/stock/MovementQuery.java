package io.kucun.inventory.stock;

import io.kucun.inventory.web.Key;
import io.kucun.inventory.web.Keyset;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.Select;
import io.kucun.inventory.web.Where;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a list of the ledger is asked for; texts match exactly.
 *
 * @param from the first moment
 * @param to the moment before which the list ends
 */
record MovementQuery(
    Page.Request page,
    Optional<UUID> productId,
    Optional<UUID> lotId,
    Optional<Movement.Type> type,
    Optional<String> documentNumber,
    Optional<String> reference,
    Optional<String> actor,
    Optional<Instant> from,
    Optional<Instant> to,
    String sortOrder) {
  static final Set<String> PARAMETERS =
      Page.Request.parametersAnd(
          "productId",
          "lotId",
          "type",
          "documentNumber",
          "reference",
          "actor",
          "from",
          "to",
          "sortOrder");

  /** The table and the columns of the rows that {@link MovementView} is made of. */
  static final Select SELECT =
      new Select(
          "id, seq, document_number, lot_id, product_id, type, inbound_type, delta, balance_after,"
              + " reserved_delta, reserved_after, reason, reference, actor, occurred_at",
          "stock_movement");

  private static final Key<Row> SEQ = Key.number("seq", row -> row.getLong("seq"));
  private static final Key<Row> TIME =
      Key.instant("occurred_at", row -> row.getOffsetDateTime("occurred_at").toInstant());

  static MovementQuery of(QueryParameters query) {
    return new MovementQuery(
        Page.Request.of(query),
        query.uuid("productId"),
        query.uuid("lotId"),
        query.choice("type", Movement.Type.class),
        query.text("documentNumber"),
        query.text("reference"),
        query.text("actor"),
        query.instant("from"),
        query.instant("to"),
        query.choice("sortOrder", "desc", Set.of("asc", "desc")));
  }

  /** The rows that are asked for, on whatever page. */
  Where where() {
    return Where.all()
        .and("product_id = :product", "product", productId)
        .and("lot_id = :lot", "lot", lotId)
        .and("type = :type", "type", type.map(Enum::name))
        .and("document_number = :document", "document", documentNumber)
        .and("reference = :reference", "reference", reference)
        .and("actor = :actor", "actor", actor)
        .and("occurred_at >= :from", "from", from)
        .and("occurred_at < :to", "to", to);
  }

  /**
   * Their order: that of the changes, or of time where a time is asked for. By number alone a page
   * of last year would begin with a walk over all of this one.
   */
  Keyset<Row> order() {
    boolean timed = from.isPresent() || to.isPresent();
    return Keyset.of(sortOrder.equals("asc"), timed ? List.of(TIME, SEQ) : List.of(SEQ));
  }

  /** The page that is asked for. */
  Listing<Row> listing() {
    return Listing.of(where(), order(), page);
  }
}
