package io.kucun.inventory.product;

import io.kucun.inventory.cache.Namespaces;
import io.kucun.inventory.csv.Chunks;
import io.kucun.inventory.csv.CsvLimits;
import io.kucun.inventory.csv.Flaws;
import io.kucun.inventory.csv.Sheet;
import io.kucun.inventory.events.Changes;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.write.Patience;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Creates the products of a file, all of them or none. A code that a product has, archived or not,
 * is a faulty row: a file creates, it does not replace.
 */
@ApplicationScoped
class ProductImport {
  /** Says as much as two tags for each product would: none of them is in a list or known by id. */
  private static final Set<String> STALE = Set.of("products", Namespaces.PRODUCT_DETAILS);

  private final ProductInserts inserts;
  private final ProductStock stock;
  private final Patience patience;
  private final CsvLimits limits;

  ProductImport(ProductInserts inserts, ProductStock stock, Patience patience, CsvLimits limits) {
    this.inserts = inserts;
    this.stock = stock;
    this.patience = patience;
    this.limits = limits;
  }

  /** What a file has done. */
  @RegisterForReflection
  @Schema(name = "ProductsImported")
  record Imported(int rows, int created) {}

  Uni<Imported> create(Changes changes, Sheet<NewProduct> sheet, Actor actor) {
    // By code, as every writer of several: two with the same codes never wait for each other.
    List<NewProduct> rows =
        sheet.rows().stream().sorted(Comparator.comparing(row -> row.product().codeKey)).toList();
    Flaws flaws = sheet.flaws();
    return patience
        .allow(limits.statementTimeout())
        .flatMap(allowed -> Chunks.each(rows, some -> check(some, flaws)))
        .invoke(flaws::raise)
        .flatMap(checked -> insert(rows, flaws))
        .invoke(flaws::raise)
        .invoke(inserted -> publish(changes, rows, actor))
        .replaceWith(() -> new Imported(sheet.count(), rows.size()));
  }

  private Uni<Set<String>> check(List<NewProduct> rows, Flaws flaws) {
    return inserts
        .taken(rows.stream().map(row -> row.product().codeKey).toList())
        .invoke(taken ->
            rows.stream()
                .filter(row -> taken.contains(row.product().codeKey))
                .forEach(row -> duplicate(row, flaws)));
  }

  private Uni<Void> insert(List<NewProduct> rows, Flaws flaws) {
    Instant now = ProductFields.now();
    rows.forEach(row -> {
      row.product().createdAt = now;
      row.product().updatedAt = now;
    });
    // Once somebody has been faster, the others that were are all that is still to be told.
    return Chunks.each(rows, some -> flaws.isEmpty() ? add(some, flaws) : check(some, flaws));
  }

  private Uni<Void> add(List<NewProduct> rows, Flaws flaws) {
    List<Product> products = rows.stream().map(NewProduct::product).toList();
    return inserts
        .insert(products)
        .invoke(added ->
            rows.stream()
                .filter(row -> !added.contains(row.product().codeKey))
                .forEach(row -> duplicate(row, flaws)))
        .flatMap(added ->
            flaws.isEmpty()
                ? stock.open(products.stream().map(product -> product.id).toList())
                : Uni.createFrom().voidItem());
  }

  private static void duplicate(NewProduct row, Flaws flaws) {
    flaws.add(
        row.line(),
        ProductColumns.CODE,
        ProblemCode.DUPLICATE_CODE.wire(),
        ProductPhrase.CODE_TAKEN.with(row.product().code));
  }

  private static void publish(Changes changes, List<NewProduct> rows, Actor actor) {
    for (NewProduct row : rows) {
      ProductView view = ProductView.of(row.product());
      changes.add(ProductEvents.of("created", view, actor).tagged(STALE));
    }
  }
}
