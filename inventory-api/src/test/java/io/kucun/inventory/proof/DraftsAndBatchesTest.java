package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Drafts that name many lots, and batches on the same lots,")
class DraftsAndBatchesTest {
  private static final int LOTS = 60;

  @Inject Pool database;

  @Test
  @DisplayName("do not wait for each other: a draft locks no lot that could be moved")
  void noDeadlock() {
    Api api = new Api();
    ServerLog log = new ServerLog(database);
    String product = Given.product();
    List<String> lots = new ArrayList<>();
    List<Map<String, Object>> moves = new ArrayList<>();
    for (int i = 0; i < LOTS; i++) {
      lots.add(Given.stock(product, "C" + i, null, 1_000));
      moves.add(Given.lot(product, "C" + i, null, Map.of("delta", 1)));
    }
    // Against the order in which the batches lock.
    lots.sort(Comparator.reverseOrder());
    Object batch = Map.of("items", moves);
    Object draft =
        Map.of(
            "customerName", "Wang", "items", lots.stream().map(lot -> item(product, lot)).toList());
    Crowd.Tally tally =
        new Crowd("drafts and batches", 16)
            .run(
                Scale.of(150, 1_500),
                1,
                (number, random) ->
                    number % 3 == 0
                        ? api.post(User.WAREHOUSE, "inventory/adjustments/batch", batch)
                        : api.post(User.SALES, "orders", draft));
    assertThat(log.deadlocks()).isZero();
    assertThat(tally.outcomes()).containsOnlyKeys("201");
    new LedgerAudit(database, List.of(product)).isClean();
  }

  private static Map<String, Object> item(String product, String lot) {
    Map<String, Object> item = Given.item(product, null, 1);
    item.put("lotId", lot);
    return item;
  }
}
