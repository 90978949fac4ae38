package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.proof.Crowd.Tally;
import io.kucun.inventory.testing.ApiDocument;
import io.kucun.inventory.testing.CsvFiles;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Files of opening stock for products that are being sold")
class OpeningUnderLoadTest {
  private static final int CLIENTS = 32;
  private static final int PRODUCTS = 8;
  private static final int ROWS = 700;

  @Inject Pool database;

  @Test
  @DisplayName("meet no deadlock, and everything adds up afterwards")
  void underLoad() {
    long seed = Seed.of("opening under load");
    Api api = new Api();
    Shop shop = new Shop(api, PRODUCTS);
    ServerLog log = new ServerLog(database);
    AtomicInteger files = new AtomicInteger();
    Tally tally =
        new Crowd("opening under load", CLIENTS)
            .run(
                Scale.of(600, 8_000),
                seed,
                (n, random) -> {
                  if (n % 40 != 7) {
                    return shop.act(random);
                  }
                  return send(file(api, shop, files.getAndIncrement(), random));
                });
    assertThat(tally.hasNoFault().outcomes().keySet())
        .noneMatch(outcome -> outcome.contains("busy"));
    assertThat(tally.of("201")).as("files and documents").isGreaterThan(files.get());
    assertThat(log.deadlocks()).as("deadlocks").isZero();
    assertThat(log.violations()).as("CHECK constraints that had to step in").isZero();
    new LedgerAudit(database, shop.products()).isClean();
    assertThat(opened(shop)).as("lots that files have opened").isPositive();
  }

  /** New lots in every product; refused as a whole if one of them is archived meanwhile. */
  private static String file(Api api, Shop shop, int number, Random random) {
    List<String> codes =
        shop.products().stream()
            .map(id -> api.get(User.ADMIN, "products/" + id).expect(200))
            .filter(product -> product.body().path("archivedAt").isNull())
            .map(product -> product.text("/code"))
            .toList();
    StringBuilder file = new StringBuilder("productCode,colorCode,quantity\n");
    for (int row = 0; row < ROWS; row++) {
      file.append(codes.get(row % codes.size()));
      file.append(",F").append(number).append('-').append(row).append(',');
      file.append(1 + random.nextInt(9)).append('\n');
    }
    return file.toString();
  }

  private static Reply send(String file) {
    CsvFiles.Reply reply = CsvFiles.post("warehouse", "/api/v1/inventory/import", file);
    // A third file at the same time is told to come back.
    if (reply.status() == 503) {
      assertThat(reply.header("Retry-After")).isNotEmpty();
      return new Reply(200, ApiDocument.parse(reply.text()));
    }
    if (reply.status() == 400) {
      assertThat(reply.faults()).allMatch(fault -> fault.endsWith("productCode product_archived"));
    }
    return new Reply(reply.status(), ApiDocument.parse(reply.text()));
  }

  private long opened(Shop shop) {
    return shop.products().stream()
        .mapToLong(product ->
            database
                .preparedQuery(
                    "SELECT count(*) FROM stock_movement"
                        + " WHERE document_number LIKE 'OPEN-%' AND product_id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(product)))
                .iterator()
                .next()
                .getLong(0))
        .sum();
  }
}
