package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The allocator")
class AllocatorTest {
  private static final UUID PRODUCT = UUID.randomUUID();

  private static Pile lot(
      @Nullable String color, @Nullable String date, long quantity, long reserved) {
    Lot lot = new Lot();
    lot.id = UUID.randomUUID();
    lot.productId = PRODUCT;
    lot.colorCode = color;
    lot.productionDate = date == null ? null : LocalDate.parse(date);
    lot.quantity = quantity;
    lot.reserved = reserved;
    return Pile.of(lot);
  }

  private static Demand demand(
      int line, @Nullable String color, @Nullable UUID lot, long quantity) {
    return new Demand(line, "/items/" + line, PRODUCT, color, null, lot, quantity, false);
  }

  @Test
  @DisplayName("takes the oldest lot first and lots without a date last")
  void oldestFirst() {
    Pile undated = lot("A", null, 5, 0);
    Pile newer = lot("A", "2026-05-01", 5, 0);
    Pile older = lot("A", "2026-04-01", 5, 3);
    assertThat(
            new Allocator(List.of(undated, newer, older))
                .allocate(List.of(demand(0, "A", null, 8))))
        .containsExactly(
            new Allocation(0, older.id, 2),
            new Allocation(0, newer.id, 5),
            new Allocation(0, undated.id, 1));
  }

  @Test
  @DisplayName("lets lines that name a lot choose before lines that take any")
  void namedLotsFirst() {
    Pile only = lot("A", "2026-04-01", 5, 0);
    Pile other = lot("A", "2026-05-01", 5, 0);
    assertThat(
            new Allocator(List.of(only, other))
                .allocate(List.of(demand(0, null, null, 5), demand(1, null, only.id, 5))))
        .containsExactly(new Allocation(0, other.id, 5), new Allocation(1, only.id, 5));
  }

  @Test
  @DisplayName("takes the colour with the oldest pieces, not the one with the oldest empty lot")
  void emptyLotsDoNotCount() {
    Pile empty = lot("B", "2026-01-01", 5, 5);
    Pile newer = lot("B", "2026-05-01", 5, 0);
    Pile older = lot("A", "2026-04-01", 5, 0);
    assertThat(
            new Allocator(List.of(empty, newer, older)).allocate(List.of(demand(0, null, null, 2))))
        .containsExactly(new Allocation(0, older.id, 2));
  }

  @Test
  @DisplayName("lets a line of one colour choose before a line of any colours")
  void mixedLast() {
    Pile a = lot("A", "2026-04-01", 5, 0);
    Pile b = lot("B", "2026-05-01", 3, 0);
    Pile c = lot("C", "2026-05-01", 2, 0);
    Demand mixed = new Demand(0, "/items/0", PRODUCT, null, null, null, 5, true);
    assertThat(new Allocator(List.of(c, b, a)).allocate(List.of(mixed, demand(1, null, null, 5))))
        .containsExactly(
            new Allocation(0, b.id, 3), new Allocation(0, c.id, 2), new Allocation(1, a.id, 5));
  }

  @Test
  @DisplayName("sums the lines of one lot and names each line that is short")
  void shortages() {
    Pile lot = lot(null, null, 5, 0);
    assertThatThrownBy(() ->
            new Allocator(List.of(lot))
                .allocate(
                    List.of(
                        demand(0, null, null, 4),
                        demand(1, null, null, 2),
                        demand(2, null, null, 9))))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .satisfies(refusal ->
            assertThat(refusal.refusal().shortages())
                .extracting("pointer", "requested", "available")
                .containsExactly(
                    org.assertj.core.groups.Tuple.tuple("/items/1", 2L, 1L),
                    org.assertj.core.groups.Tuple.tuple("/items/2", 9L, 1L)));
  }
}
