package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.stock.CountRecorder.Counted;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Conditional;
import io.kucun.inventory.web.LotWords;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with a stock-take before it is submitted. */
@ApplicationScoped
class Counting {
  private static final int MOST_LINES = 5_000;

  private final CountRows.Counts counts;
  private final CountRows.Lines lines;
  private final CountRecorder recorder;
  private final ProductFacts products;
  private final DocumentNumbers numbers;

  Counting(
      CountRows.Counts counts,
      CountRows.Lines lines,
      CountRecorder recorder,
      ProductFacts products,
      DocumentNumbers numbers) {
    this.counts = counts;
    this.lines = lines;
    this.recorder = recorder;
    this.products = products;
    this.numbers = numbers;
  }

  Uni<CountView> start(CountBodies.Start body, Actor actor) {
    List<UUID> only = body.productIds() == null ? List.of() : body.productIds();
    return requireProducts(only, i -> "/productIds/" + i)
        .flatMap(known -> numbers.next("CNT"))
        .map(number -> opened(number, body, only, actor))
        .flatMap(counts::persist)
        .map(CountView::of);
  }

  /** Counts lots, or counts them anew. */
  Uni<CountView.Recorded> record(UUID id, CountBodies.Lines body, Actor actor) {
    List<Counted> counted = counted(body);
    return open(id, null)
        .invoke(count -> requireCovered(count, counted))
        .call(count ->
            requireProducts(
                counted.stream().map(Counted::productId).toList(),
                i -> "/lines/" + i + "/productId"))
        .flatMap(count ->
            recorder
                .record(id, counted, actor.name())
                .call(() -> lines.count("countId", id).invoke(total -> grown(count, total)))
                .map(rows ->
                    new CountView.Recorded(
                        CountView.of(count), rows.stream().map(CountView.Line::of).toList())));
  }

  Uni<CountView> cancel(UUID id, @Nullable String ifMatch) {
    return open(id, ifMatch)
        .invoke(count -> {
          count.status = StockCount.Status.CANCELLED;
          touch(count);
        })
        .map(CountView::of);
  }

  /**
   * Locks a stock-take that is open; the lock comes before all locks of stock.
   *
   * @return a failure of 404, 409 or 412 unless it is there, open and of the expected version
   */
  Uni<StockCount> open(UUID id, @Nullable String ifMatch) {
    return counts
        .findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound(StockPhrase.NO_COUNT.with(id)))
        .invoke(count -> Conditional.requireMatch(ifMatch, count.version))
        .invoke(count -> {
          if (count.status != StockCount.Status.OPEN) {
            throw new ProblemException(
                ProblemCode.COUNT_STATE,
                StockPhrase.COUNT_CLOSED.with(
                    count.documentNumber, StockPhrase.valueOf(count.status.name())));
          }
        });
  }

  static void touch(StockCount count) {
    count.version++;
    count.updatedAt = now();
  }

  private static StockCount opened(
      String number, CountBodies.Start body, List<UUID> only, Actor actor) {
    StockCount count = new StockCount();
    count.id = UUID.randomUUID();
    count.documentNumber = number;
    count.name = LotWords.blankToNull(body.name());
    count.status = StockCount.Status.OPEN;
    count.productIds =
        only.isEmpty()
            ? null
            : only.stream().distinct().map(UUID::toString).collect(Collectors.joining(","));
    count.colorCode = LotWords.blankToNull(body.colorCode());
    count.createdBy = actor.name();
    count.createdAt = now();
    count.updatedAt = count.createdAt;
    return count;
  }

  private static List<Counted> counted(CountBodies.Lines body) {
    List<Counted> counted = new ArrayList<>(body.lines().size());
    Set<LotKey> seen = new HashSet<>();
    Refusals refusals = new Refusals();
    for (int i = 0; i < body.lines().size(); i++) {
      CountBodies.Line line = body.lines().get(i);
      String pointer = "/lines/" + i;
      refusals.attempt(() -> {
        LotKey key = LotKey.of(pointer, line.productId(), line.colorCode(), line.productionDate());
        if (!seen.add(key)) {
          throw ProblemException.invalid(pointer, "repeated_lot", StockPhrase.LOT_TWICE.with());
        }
        counted.add(
            new Counted(
                key.productId(), key.colorCode(), key.productionDate(), line.countedQuantity()));
      });
    }
    refusals.raise();
    return counted;
  }

  private static void requireCovered(StockCount count, List<Counted> counted) {
    Refusals refusals = new Refusals();
    for (int i = 0; i < counted.size(); i++) {
      if (!count.covers(counted.get(i).key())) {
        String pointer = "/lines/" + i;
        refusals.attempt(() -> {
          throw ProblemException.invalid(
              pointer, "outside_count", StockPhrase.OUTSIDE_COUNT.with(count.documentNumber));
        });
      }
    }
    refusals.raise();
  }

  private Uni<Void> requireProducts(List<UUID> ids, Function<Integer, String> pointer) {
    return products
        .of(Set.copyOf(ids))
        .invoke(known -> {
          Refusals refusals = new Refusals();
          for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            String place = pointer.apply(i);
            refusals.attempt(() -> {
              if (!known.containsKey(id)) {
                throw ProblemException.invalid(
                    place, "unknown_product", ProductPhrase.NO_PRODUCT.with(id));
              }
            });
          }
          refusals.raise();
        })
        .replaceWithVoid();
  }

  private static void grown(StockCount count, long lines) {
    if (lines > MOST_LINES) {
      throw ProblemException.invalid(
          "/lines", "too_many_lines", StockPhrase.COUNT_FULL.with(MOST_LINES));
    }
    count.lines = (int) lines;
    touch(count);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
