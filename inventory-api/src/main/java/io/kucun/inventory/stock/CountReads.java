package io.kucun.inventory.stock;

import io.kucun.inventory.read.Bodies;
import io.kucun.inventory.read.Reads;
import io.kucun.inventory.web.Key;
import io.kucun.inventory.web.Keyset;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Where;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads of stock-takes. */
@ApplicationScoped
class CountReads {
  private static final Keyset<StockCount> NEWEST =
      Keyset.descending(
          List.of(
              Key.instant("createdAt", count -> count.createdAt), Key.id("id", count -> count.id)));
  private static final Keyset<CountLine> AS_THEY_CAME =
      Keyset.ascending(List.of(new Key<>("line", line -> line.line, Integer::valueOf)));

  private final CountRows.Counts counts;
  private final CountRows.Lines lines;
  private final Reads reads;
  private final Bodies bodies;

  CountReads(CountRows.Counts counts, CountRows.Lines lines, Reads reads, Bodies bodies) {
    this.counts = counts;
    this.lines = lines;
    this.reads = reads;
    this.bodies = bodies;
  }

  Uni<Response> get(UUID id) {
    return reads.fresh(() ->
        Panache.withSession(() -> found(id))
            .map(count -> bodies.of(CountView.of(count), count.version)));
  }

  /** Newest first. */
  Uni<Response> list(Page.Request page, Optional<StockCount.Status> status) {
    Where where = Where.all().and("status = :status", "status", status);
    Listing<StockCount> listing = Listing.of(where, NEWEST, page);
    return reads.fresh(
        () -> Panache.withSession(() -> listing.read(counts, CountView::of)).map(bodies::of));
  }

  /** In the order in which they came. */
  Uni<Response> lines(UUID id, Page.Request page, Optional<CountLine.Outcome> outcome) {
    Where where =
        Where.all()
            .and("countId = :count", "count", Optional.of(id))
            .and("outcome = :outcome", "outcome", outcome);
    Listing<CountLine> listing = Listing.of(where, AS_THEY_CAME, page);
    return reads.fresh(() ->
        Panache.withSession(
                () -> found(id).flatMap(count -> listing.read(lines, CountView.Line::of)))
            .map(bodies::of));
  }

  private Uni<StockCount> found(UUID id) {
    return counts
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound(StockPhrase.NO_COUNT.with(id)));
  }
}
