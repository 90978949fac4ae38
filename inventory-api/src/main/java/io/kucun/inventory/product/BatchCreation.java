package io.kucun.inventory.product;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Creates several products, all of them or none; a refusal names every faulty line. */
@ApplicationScoped
class BatchCreation {
  private final Products products;
  private final ProductStock stock;

  BatchCreation(Products products, ProductStock stock) {
    this.products = products;
    this.stock = stock;
  }

  Uni<List<ProductView>> create(Changes changes, List<ProductBody> bodies, Actor actor) {
    List<Product> rows = rows(bodies);
    return taken(rows)
        .invoke(taken -> refuseDuplicates(rows, taken))
        .flatMap(free -> persist(rows))
        .flatMap(saved -> stock.open(rows.stream().map(row -> row.id).toList()))
        .map(opened -> rows.stream().map(ProductView::of).toList())
        .invoke(
            views -> views.forEach(view -> changes.add(ProductEvents.of("created", view, actor))));
  }

  private static List<Product> rows(List<ProductBody> bodies) {
    List<Product> rows = new ArrayList<>(bodies.size());
    List<Flaw> flaws = new ArrayList<>();
    for (ProductBody body : bodies) {
      Product product = new Product();
      rows.add(product);
      try {
        ProductFields.create(body, product);
      } catch (ProblemException e) {
        String line = pointer(rows.size() - 1);
        e.refusal()
            .flaws()
            .forEach(
                flaw -> flaws.add(Flaw.at(line + flaw.pointer(), flaw.code(), flaw.message())));
      }
    }
    refuse(ProblemCode.VALIDATION, flaws);
    return rows;
  }

  private Uni<Set<String>> taken(List<Product> rows) {
    return products
        .find("codeKey in ?1", rows.stream().map(row -> row.codeKey).toList())
        .list()
        .map(found -> found.stream().map(row -> row.codeKey).collect(Collectors.toSet()));
  }

  private static void refuseDuplicates(List<Product> rows, Set<String> taken) {
    Map<String, Integer> first = new HashMap<>();
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Product row = rows.get(i);
      @Nullable Integer earlier = first.putIfAbsent(row.codeKey, i);
      if (taken.contains(row.codeKey)) {
        flaws.add(duplicate(i, ProductPhrase.CODE_TAKEN.with(row.code)));
      } else if (earlier != null) {
        flaws.add(duplicate(i, ProductPhrase.CODE_TWICE.with(row.code, earlier)));
      }
    }
    refuse(ProblemCode.DUPLICATE_CODE, flaws);
  }

  private static Flaw duplicate(int line, Message message) {
    return Flaw.at(pointer(line) + "/code", ProblemCode.DUPLICATE_CODE.wire(), message);
  }

  private static void refuse(ProblemCode code, List<Flaw> flaws) {
    if (!flaws.isEmpty()) {
      throw new ProblemException(Refusal.of(code, flaws));
    }
  }

  /** In the order of the codes: two batches with the same codes never wait for each other. */
  private Uni<Void> persist(List<Product> rows) {
    List<Product> ordered =
        rows.stream().sorted(Comparator.comparing((Product row) -> row.codeKey)).toList();
    return products
        .persist(ordered)
        .flatMap(saved -> products.flush())
        .onFailure(ConstraintViolationException.class)
        .transform(failure ->
            new ProblemException(
                ProblemCode.DUPLICATE_CODE, ProductPhrase.CODES_TAKEN_MEANWHILE.with()));
  }

  private static String pointer(int line) {
    return "/items/" + line;
  }
}
