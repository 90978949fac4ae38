package io.kucun.inventory.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.CsvFiles.Reply;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Sql;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A report of it is in {@code target/soak/csv.txt}. */
@QuarkusTest
@DisplayName("A large file")
class LargeFileTest {
  private static final int ROWS = Scale.of(2_000, 50_000);
  private static final int STATEMENTS = (ROWS + 499) / 500;
  private static final int COLORS = 10;
  private static final Path REPORT = Path.of("target", "soak", "csv.txt");

  @Inject Sql sql;

  private final String prefix = "L" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> report = new ArrayList<>();

  @BeforeEach
  void ready() {
    Eventually.holds(
        () -> assertThat(CsvFiles.get("viewer", "/api/v1/products").status()).isEqualTo(200));
  }

  private String products() {
    String specifications = "\"{\"\"surface\"\":\"\"polished\"\",\"\"grade\"\":\"\"AAA\"\"}\"";
    return IntStream.range(0, ROWS)
        .mapToObj(i ->
            "%s-%05d,抛光砖 %d,800x800,%s,piece,4,12.5,10\n".formatted(prefix, i, i, specifications))
        .collect(
            Collectors.joining(
                "",
                "code,name,specification,specifications,unit,piecesPerUnit,weight,"
                    + "lowStockThreshold\n",
                ""));
  }

  /** Ten lots of each of a tenth of the products. */
  private String stock() {
    return IntStream.range(0, ROWS)
        .mapToObj(i ->
            "%s-%05d,C%d,2026-05-01,%d,opening\n".formatted(prefix, i / COLORS, i % COLORS, i + 1))
        .collect(
            Collectors.joining("", "productCode,colorCode,productionDate,quantity,reason\n", ""));
  }

  @Test
  @DisplayName(
      "of products and one of stock are imported in few statements, exported, and the same")
  void large() throws IOException {
    String products = products();
    Reply created = timed("import products", products, () -> send("products", products));
    assertThat(created.text()).isEqualTo("{\"rows\":%d,\"created\":%d}".formatted(ROWS, ROWS));
    assertThat(statements("product p", "p")).isEqualTo(STATEMENTS);
    assertThat(events("products")).isEqualTo(ROWS);
    published("products");

    String stock = stock();
    Reply opened = timed("import stock", stock, () -> send("inventory", stock));
    assertThat(opened.json().getInt("created")).isEqualTo(ROWS);
    assertThat(statements("stock_movement m JOIN product p ON p.id = m.product_id", "m"))
        .isEqualTo(STATEMENTS);
    assertThat(events("inventory")).isEqualTo(ROWS + ROWS / COLORS);
    assertThat(unbalanced()).isZero();
    published("inventory");

    String search = "search=" + prefix;
    Reply lots = timed("export stock", "", () -> export("inventory", search));
    assertThat(lots.text().lines()).hasSize(1 + ROWS);
    Reply all = timed("export all stock", "", () -> export("inventory", ""));
    assertThat(all.text().lines()).hasSizeGreaterThanOrEqualTo(1 + ROWS);
    Reply again = timed("import stock again", lots.text(), () -> send("inventory", lots.text()));
    assertThat(again.json().getInt("unchanged")).isEqualTo(ROWS);
    Reply file = timed("export products", "", () -> export("products", search));
    assertThat(file.text().lines()).hasSize(1 + ROWS).doesNotHaveDuplicates();
    Reply refused = timed("refuse products", file.text(), () -> send("products", file.text()));
    assertThat(refused.faults()).hasSize(ROWS);
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, report);
    report.forEach(System.out::println);
  }

  private static Reply send(String what, String text) {
    return CsvFiles.post("admin", "/api/v1/" + what + "/import", text);
  }

  private static Reply export(String what, String query) {
    return CsvFiles.get("viewer", "/api/v1/" + what + "/export?" + query);
  }

  /** Statements that wrote these rows, which are all of one transaction. */
  private long statements(String rows, String alias) {
    String where = " FROM " + rows + " WHERE p.code LIKE $1 || '%'";
    assertThat(sql.number("SELECT count(DISTINCT " + alias + ".xmin::text)" + where, prefix))
        .isOne();
    return sql.number("SELECT count(DISTINCT " + alias + ".cmin::text)" + where, prefix);
  }

  private long events(String channel) {
    return sql.number(
        "SELECT count(*) FROM event e JOIN product p ON p.id::text = e.key"
            + " WHERE e.channel = $2 AND p.code LIKE $1 || '%'",
        prefix, channel);
  }

  private long unbalanced() {
    return sql.number(
        """
        SELECT count(*) FROM product p JOIN product_stock s ON s.product_id = p.id
        WHERE p.code LIKE $1 || '%' AND (
          s.total <> (SELECT coalesce(sum(quantity), 0) FROM stock_lot WHERE product_id = p.id) OR
          s.total <> (SELECT coalesce(sum(delta), 0) FROM stock_movement WHERE product_id = p.id))
        """,
        prefix);
  }

  private void published(String channel) {
    long start = System.nanoTime();
    while (sql.number(
            "SELECT count(*) FROM event WHERE channel = $1 AND (log_offset IS NULL OR log_offset >"
                + " (SELECT published_offset FROM event_channel WHERE channel = $1))",
            channel)
        > 0) {
      assertThat((System.nanoTime() - start) / 1e9).as("seconds to publish").isLessThan(300);
      LockSupport.parkNanos(20_000_000);
    }
    report.add("%-20s %6.1f s after the answer".formatted("  published", since(start)));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Notes how long it took, what it cost, and how long another client had to wait meanwhile. */
  private Reply timed(String what, String file, Supplier<Reply> work) {
    System.gc();
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong slowest = new AtomicLong();
    Thread other =
        Thread.ofVirtual()
            .start(() -> {
              while (!over.get()) {
                long asked = System.nanoTime();
                CsvFiles.get("viewer", "/api/v1/products/" + UUID.randomUUID());
                slowest.accumulateAndGet(System.nanoTime() - asked, Math::max);
              }
            });
    long start = System.nanoTime();
    Reply reply = work.get();
    double seconds = since(start);
    over.set(true);
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    report.add(
        "%-20s %6d rows %6.1f MB %6.1f s, heap with its garbage at most %d MB more, slowest other read %d ms"
            .formatted(
                what,
                ROWS,
                Math.max(file.getBytes(StandardCharsets.UTF_8).length, reply.bytes().length) / 1e6,
                seconds,
                (peak - before) / 1_000_000,
                slowest.get() / 1_000_000));
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return reply;
  }
}
