package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.stock.Allocator.Verdict;
import io.kucun.local.testing.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts looks at lots; says nothing of time. */
@DisplayName("The allocator of many lines on many lots")
class AllocatorCostTest {
  private static final UUID PRODUCT = UUID.randomUUID();
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final int LINES = 1_000;
  private static final int LOTS = 20_000;

  private static List<Pile> piles(int lots, int colors) {
    return IntStream.range(0, lots)
        .mapToObj(i ->
            new Pile(UUID.randomUUID(), PRODUCT, "C" + i % colors, DAY.plusDays(i / colors), 3))
        .toList();
  }

  /** A line of the given form: {@code d} names a day, {@code c} a colour, {@code m} mixes them. */
  private static Demand line(int number, String form, long quantity) {
    return new Demand(
        number,
        "/items/" + number,
        PRODUCT,
        form.contains("c") ? "C0" : null,
        form.contains("d") ? DAY : null,
        null,
        quantity,
        form.contains("m"));
  }

  private static long looks(List<Pile> piles) {
    return piles.stream().mapToLong(Pile::looks).sum();
  }

  @ParameterizedTest(name = "{0} colours, lines {1} of {2} pieces")
  @CsvSource({
    "20,    -,  2",
    "20,    -,  50",
    "20000, -,  2",
    "20000, -,  4",
    "1,     -,  50",
    "20,    c,  2",
    "20,    c,  50",
    "20000, m,  50",
    "20,    m,  100000",
    "20000, d,  2",
    "20000, dm, 50",
    "20000, dc, 2",
  })
  @DisplayName("looks at each lot a few times, however many lines there are")
  void alike(int colors, String form, long quantity) {
    List<Pile> piles = piles(LOTS, colors);
    new Allocator(piles)
        .judge(IntStream.range(0, LINES).mapToObj(i -> line(i, form, quantity)).toList());
    assertThat(looks(piles)).isBetween((long) LOTS, 4L * (LINES + LOTS));
  }

  @Test
  @DisplayName("looks at each lot a few times for each form that the lines have")
  void unlike() {
    String[] forms = {"-", "m", "c", "d", "dm", "dc"};
    List<Pile> piles = piles(LOTS, 20);
    new Allocator(piles)
        .judge(
            IntStream.range(0, LINES)
                .mapToObj(i -> line(i, forms[i % forms.length], 1 + i % 40))
                .toList());
    assertThat(looks(piles)).isLessThan(2L * (forms.length + 1) * (LINES + LOTS));
  }

  @Test
  @DisplayName("is not measured by a count that an allocator without shelves would pass too")
  void control() {
    List<Pile> piles = piles(LOTS / 100, 20);
    new PlainAllocator(piles)
        .judge(IntStream.range(0, LINES / 10).mapToObj(i -> line(i, "-", 2)).toList());
    assertThat(looks(piles)).isGreaterThan(4L * (LINES + LOTS) / 10);
  }

  @Test
  @DisplayName("decides as if each line looked at all lots")
  void asPlain() {
    long seed = Long.getLong("kucun.seed", System.nanoTime());
    System.out.println("seed of the allocator: " + seed);
    Random random = new Random(seed);
    int served = 0;
    int lines = 0;
    for (int round = 0; round < Scale.of(5_000, 200_000); round++) {
      List<Pile> piles = randomPiles(random);
      List<Demand> demands =
          IntStream.range(0, 1 + random.nextInt(8))
              .mapToObj(i -> randomLine(i, piles, random))
              .toList();
      List<Verdict> plain = new PlainAllocator(copies(piles)).judge(demands);
      assertThat(new Allocator(piles).judge(demands))
          .as("round %d of seed %d", round, seed)
          .isEqualTo(plain);
      served += (int) plain.stream().filter(Verdict::sufficient).count();
      lines += demands.size();
    }
    assertThat(served).as("some lines were served").isBetween(lines / 10, lines * 9 / 10);
  }

  private static List<Pile> copies(List<Pile> piles) {
    return piles.stream()
        .map(pile ->
            new Pile(pile.id, pile.productId, pile.colorCode, pile.productionDate, pile.left()))
        .toList();
  }

  /** Few pieces of two products, so that lines get in each other's way. */
  private static List<Pile> randomPiles(Random random) {
    List<Pile> piles = new ArrayList<>();
    for (UUID product : List.of(PRODUCT, new UUID(0, 1))) {
      for (int i = 0; i < 16; i++) {
        if (random.nextInt(3) > 0) {
          UUID id = new UUID(random.nextLong(), random.nextLong());
          piles.add(new Pile(id, product, color(i % 4), day(i / 4), random.nextInt(6)));
        }
      }
    }
    return piles;
  }

  private static @Nullable String color(int number) {
    return number == 0 ? null : "C" + number;
  }

  private static @Nullable LocalDate day(int number) {
    return number == 0 ? null : DAY.plusDays(number);
  }

  private static Demand randomLine(int number, List<Pile> piles, Random random) {
    UUID named = new UUID(0, 2);
    if (!piles.isEmpty() && random.nextInt(8) > 0) {
      named = piles.get(random.nextInt(piles.size())).id;
    }
    return new Demand(
        number,
        "/items/" + number,
        random.nextInt(4) > 0 ? PRODUCT : new UUID(0, 1),
        random.nextBoolean() ? null : color(random.nextInt(4)),
        random.nextBoolean() ? null : day(random.nextInt(4)),
        random.nextInt(4) > 0 ? null : named,
        1 + random.nextInt(12),
        random.nextBoolean());
  }
}
