package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Explained;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Rehearsal;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counts rows that the statement of the summary reads, sorts and answers; says nothing of time. */
@QuarkusTest
@DisplayName("The summary of a product with many lots")
class SummaryBoundsTest {
  private static final int LOTS = Scale.of(2_500, 50_000);
  private static final int MOST = 1_000;

  @Inject Pool pool;

  private UUID product;
  private Rehearsal rehearsal;

  @BeforeEach
  void begin() {
    product = UUID.fromString(Given.product());
    rehearsal = new Rehearsal(pool);
  }

  @AfterEach
  void end() {
    rehearsal.close();
  }

  /** Two pieces in each lot, one of them reserved, and one empty lot. */
  private void lots(UUID owner, int lots, int colors) {
    rehearsal.run(
        """
        insert into stock_lot (id, product_id, color_code, production_date, quantity, reserved)
        select gen_random_uuid(), $1, 'C' || lpad(cast(n % $3 as text), 6, '0'),
          date '2020-01-01' + n / $3, case when n < $2 then 2 else 0 end,
          case when n < $2 then 1 else 0 end
        from generate_series(0, $2) as n
        """,
        owner, lots, colors);
  }

  private StockSummary summary() {
    return SummaryQuery.read(product, rehearsal.rows(SummaryQuery.of(product))).orElseThrow();
  }

  @Test
  @DisplayName("counts all lots and all colours, and lists a thousand of each")
  void bounded() {
    lots(product, LOTS, LOTS);
    StockSummary summary = summary();
    assertThat(summary.totalQuantity()).isEqualTo(2L * LOTS);
    assertThat(summary.reservedQuantity()).isEqualTo(LOTS);
    assertThat(summary.availableQuantity()).isEqualTo(LOTS);
    assertThat(summary.colorCount()).isEqualTo(LOTS);
    assertThat(summary.lotCount()).isEqualTo(LOTS);
    assertThat(summary.colors())
        .hasSize(MOST)
        .isSortedAccordingTo((a, b) -> String.valueOf(a.colorCode()).compareTo(b.colorCode()));
    assertThat(summary.lots())
        .hasSize(MOST)
        .first()
        .extracting(LotView::colorCode)
        .isEqualTo("C000000");
  }

  @Test
  @DisplayName("has colours that sum up to the whole, of all lots and not of those listed")
  void agrees() {
    lots(product, LOTS, 7);
    StockSummary summary = summary();
    assertThat(summary.colorCount()).isEqualTo(7);
    assertThat(summary.colors()).hasSize(7);
    assertThat(summary.lots()).hasSize(MOST);
    assertThat(summary.colors().stream().mapToLong(StockSummary.ByColor::totalQuantity).sum())
        .isEqualTo(summary.totalQuantity())
        .isEqualTo(2L * LOTS);
  }

  @Test
  @DisplayName("reads and sorts the lots of that product only, each once")
  void plan() {
    lots(UUID.fromString(Given.product()), 10 * LOTS, 7);
    lots(product, LOTS, LOTS);
    rehearsal.run("analyze stock_lot");
    Explained plan = rehearsal.explain(SummaryQuery.of(product));
    assertThat(plan.touched()).as("%s", plan).isBetween(LOTS + 1L, LOTS + 3L);
    assertThat(plan.sorted()).as("%s", plan).isBetween((long) MOST, (long) LOTS);
  }
}
