package io.kucun.inventory.stock;

import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Where;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads of stock-takes. */
@ApplicationScoped
class CountReads {
  private final CountRows.Counts counts;
  private final CountRows.Lines lines;

  CountReads(CountRows.Counts counts, CountRows.Lines lines) {
    this.counts = counts;
    this.lines = lines;
  }

  Uni<CountView> get(UUID id) {
    return Panache.withSession(() -> found(id)).map(CountView::of);
  }

  /** Newest first. */
  Uni<Page<CountView>> list(Page.Request page, Optional<StockCount.Status> status) {
    Where where = Where.all().and("status = :status", "status", status);
    return Panache.withSession(() ->
        StockReads.page(
            counts.find(where.orderedBy("createdAt desc, id desc"), where.parameters()),
            page,
            CountView::of));
  }

  /** In the order in which they came. */
  Uni<Page<CountView.Line>> lines(UUID id, Page.Request page, Optional<CountLine.Outcome> outcome) {
    Where where =
        Where.all()
            .and("countId = :count", "count", Optional.of(id))
            .and("outcome = :outcome", "outcome", outcome);
    return Panache.withSession(() ->
        found(id)
            .flatMap(count ->
                StockReads.page(
                    lines.find(where.orderedBy("line"), where.parameters()),
                    page,
                    CountView.Line::of)));
  }

  private Uni<StockCount> found(UUID id) {
    return counts
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound(StockPhrase.NO_COUNT.with(id)));
  }
}
