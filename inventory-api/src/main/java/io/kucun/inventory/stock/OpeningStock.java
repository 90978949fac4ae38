package io.kucun.inventory.stock;

import io.kucun.inventory.cache.Namespaces;
import io.kucun.inventory.csv.CsvLimits;
import io.kucun.inventory.csv.Flaws;
import io.kucun.inventory.csv.Sheet;
import io.kucun.inventory.events.Changes;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ProductLookup;
import io.kucun.inventory.stock.OpeningStatements.Level;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.write.Patience;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Sets the opening stock of a file, all of it or nothing: a lot without movements gets its first
 * pieces; one that has the pieces already stays as it is; anything else is a faulty row. The locks
 * are those of every writer, in their order.
 */
@ApplicationScoped
class OpeningStock {
  /** Says as much as a tag for each product would. */
  private static final Set<String> STALE =
      Set.of("stock", Namespaces.PRODUCT_DETAILS, Namespaces.LOT_LISTS, Namespaces.STOCK_SUMMARIES);

  private final ProductLookup products;
  private final OpeningStatements statements;
  private final DocumentNumbers numbers;
  private final Patience patience;
  private final CsvLimits limits;

  OpeningStock(
      ProductLookup products,
      OpeningStatements statements,
      DocumentNumbers numbers,
      Patience patience,
      CsvLimits limits) {
    this.products = products;
    this.statements = statements;
    this.numbers = numbers;
    this.patience = patience;
    this.limits = limits;
  }

  /**
   * What a file has done.
   *
   * @param created lots that got their first pieces
   * @param unchanged rows that say what was there
   * @param documentNumber null if nothing has changed
   */
  @RegisterForReflection
  @Schema(name = "StockImported")
  record Imported(int rows, int created, int unchanged, @Nullable String documentNumber) {}

  Uni<Imported> set(Changes changes, Sheet<OpeningRow> sheet, Actor actor) {
    return patience
        .allow(limits.statementTimeout())
        .flatMap(
            allowed -> products.ids(sheet.rows().stream().map(OpeningRow::productCode).toList()))
        .map(ids -> new OpeningPlan(sheet.rows(), ids, sheet.flaws()))
        .flatMap(plan ->
            statements
                .lock(plan.products())
                .flatMap(levels -> decide(plan, levels, sheet.flaws()))
                .flatMap(known -> open(changes, plan, known, actor))
                .map(number ->
                    new Imported(
                        sheet.count(),
                        plan.opened().size(),
                        plan.unchanged(),
                        number.isEmpty() ? null : number)));
  }

  /** Products as they are while they are locked. */
  private record Known(Map<UUID, Level> levels, Map<UUID, Fact> facts) {}

  private Uni<Known> decide(OpeningPlan plan, Map<UUID, Level> levels, Flaws flaws) {
    return products
        .facts(levels.keySet())
        .call(facts ->
            statements
                .find(plan.keys())
                .invoke(states -> plan.decide(levels, facts, states))
                .invoke(flaws::raise))
        .map(facts -> new Known(levels, facts));
  }

  /** Answers the document's number, empty if there is none. */
  private Uni<String> open(Changes changes, OpeningPlan plan, Known known, Actor actor) {
    List<Opened> lots = plan.opened();
    if (lots.isEmpty()) {
      return Uni.createFrom().item("");
    }
    return numbers
        .next("OPEN")
        .map(number -> DocumentHead.of(number, null, null, actor))
        .call(head -> statements.open(head, lots))
        .invoke(head -> publish(changes, plan, known, head))
        .map(DocumentHead::number);
  }

  private static void publish(Changes changes, OpeningPlan plan, Known known, DocumentHead head) {
    Changes all = new Changes();
    for (Opened lot : plan.opened()) {
      Fact product = Objects.requireNonNull(known.facts().get(lot.productId()));
      Crossings.add(all, product.id().toString(), changed(lot, product, head));
    }
    List.copyOf(plan.added().keySet()).forEach(id -> cross(all, plan, known, id, head));
    all.events().forEach(event -> changes.add(event.tagged(STALE)));
  }

  private static void cross(
      Changes changes, OpeningPlan plan, Known known, UUID id, DocumentHead head) {
    Fact product = Objects.requireNonNull(known.facts().get(id));
    Level level = Objects.requireNonNull(known.levels().get(id));
    long before = level.total() - level.reserved();
    long after = before + Objects.requireNonNull(plan.added().get(id));
    Crossings.tell(
        changes,
        product,
        new Crossings.Mark(before, product.lowStockThreshold()),
        new Crossings.Mark(after, product.lowStockThreshold()),
        head.actor().name(),
        head.occurredAt());
  }

  private static StockEvent changed(Opened lot, Fact product, DocumentHead head) {
    return new StockEvent.LotChanged(
        Movement.Type.INBOUND.wire(),
        lot.lotId(),
        lot.productId(),
        product.code(),
        lot.colorCode(),
        lot.productionDate(),
        1,
        head.actor().name(),
        head.occurredAt(),
        lot.movementId(),
        head.number(),
        lot.quantity(),
        0,
        new StockEvent.Level(0, 0),
        new StockEvent.Level(lot.quantity(), 0),
        lot.reason(),
        lot.reference());
  }
}
