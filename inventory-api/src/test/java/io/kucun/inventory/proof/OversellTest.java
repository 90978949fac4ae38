package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.proof.Crowd.Tally;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("When 200 clients race for 100 pieces, exactly 100 get one")
class OversellTest {
  private static final int CLIENTS = 200;
  private static final int PIECES = 100;

  @Inject Pool database;

  private void allWent(Tally tally, String success, String product, ServerLog log) {
    assertThat(tally.outcomes())
        .containsOnly(
            Map.entry(success, PIECES), Map.entry("409 insufficient_stock", CLIENTS - PIECES));
    assertThat(log.violations()).as("CHECK constraints that had to step in").isZero();
    assertThat(log.deadlocks()).isZero();
    new LedgerAudit(database, List.of(product)).isClean();
  }

  @Test
  @DisplayName("by taking pieces from the lot")
  void outbound() {
    Api api = new Api();
    String product = Given.product();
    Given.stock(product, "A01", null, PIECES);
    ServerLog log = new ServerLog(database);
    Map<String, Object> body = Given.lot(product, "A01", null, Map.of("quantity", 1));
    Tally tally =
        new Crowd("outbound race", CLIENTS)
            .run(CLIENTS, 0, (n, random) -> api.post(User.WAREHOUSE, "inventory/outbound", body));
    allWent(tally, "201", product, log);
    assertThat(api.get(User.ADMIN, "products/" + product + "/inventory").text("/totalQuantity"))
        .isEqualTo("0");
  }

  @Test
  @DisplayName("by confirming orders over the lots of one colour")
  void confirm() {
    Api api = new Api();
    String product = Given.product();
    Given.stock(product, "A01", "2026-05-01", PIECES / 4);
    Given.stock(product, "A01", "2026-06-01", PIECES - PIECES / 4);
    Map<String, Object> body =
        Map.of("customerName", "Wang", "items", List.of(Given.item(product, "A01", 1)));
    String[] orders = new String[CLIENTS];
    new Crowd("drafts of the confirm race", 32)
        .run(
            CLIENTS,
            0,
            (n, random) -> {
              Reply draft = api.post(User.SALES, "orders", body).expect(201);
              orders[n] = draft.text("/id");
              return draft;
            });
    ServerLog log = new ServerLog(database);
    Tally tally =
        new Crowd("confirm race", CLIENTS)
            .run(
                CLIENTS,
                0,
                (n, random) -> api.post(User.SALES, "orders/" + orders[n] + "/confirm", null));
    allWent(tally, "200", product, log);
  }
}
