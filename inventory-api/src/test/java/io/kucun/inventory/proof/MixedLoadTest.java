package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.proof.Crowd.Tally;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("64 clients who do everything at once on a few lots")
class MixedLoadTest {
  private static final int CLIENTS = 64;
  private static final int PRODUCTS = 6;

  /** What a client may be told besides success. */
  private static final Set<String> REFUSALS =
      Set.of(
          "409 insufficient_stock",
          "409 order_state",
          "409 quantity_changed",
          "409 below_reserved",
          "409 product_archived",
          "409 has_reservations",
          "412 precondition_failed");

  @Inject Pool database;

  @Test
  @DisplayName("meet no deadlock and no fault, and everything adds up afterwards")
  void mixed() {
    long seed = Seed.of("mixed load");
    Api api = new Api();
    Shop shop = new Shop(api, PRODUCTS);
    ServerLog log = new ServerLog(database);
    Tally tally =
        new Crowd("mixed load", CLIENTS)
            .run(Scale.of(2_000, 20_000), seed, (n, random) -> shop.act(random));
    assertThat(tally.outcomes().keySet())
        .as("outcomes")
        .allMatch(outcome -> outcome.startsWith("20") || REFUSALS.contains(outcome));
    assertThat(tally.of("200")).as("steps that succeeded").isGreaterThan(tally.all() / 20);
    assertThat(log.deadlocks()).as("deadlocks").isZero();
    assertThat(log.violations()).as("CHECK constraints that had to step in").isZero();
    assertThat(shop.countsPosted()).as("stock-takes that corrected something").isPositive();
    LedgerAudit audit = new LedgerAudit(database, shop.products());
    audit.isClean();
    System.out.println("mixed load: " + audit.crossings() + " crossings of thresholds");
    assertThat(audit.crossings()).as("crossings of thresholds").isGreaterThan(10);
  }
}
