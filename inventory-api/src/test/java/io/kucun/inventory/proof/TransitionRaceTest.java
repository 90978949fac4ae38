package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Two steps of one order at the same moment")
class TransitionRaceTest {
  private static final int AT_ONCE = 8;

  @Inject Pool database;

  private static List<String> orders(Api api, String product, int count, String[] before) {
    List<String> orders = Collections.synchronizedList(new ArrayList<>());
    Map<String, Object> body =
        Map.of("customerName", "Wang", "items", List.of(Given.item(product, null, 3)));
    new Crowd("orders to race for", AT_ONCE)
        .run(
            count,
            0,
            (n, random) -> {
              Reply reply = api.post(User.ADMIN, "orders", body).expect(201);
              String order = reply.text("/id");
              for (String step : before) {
                reply = api.post(User.ADMIN, "orders/" + order + "/" + step, null).expect(200);
              }
              orders.add(order);
              return reply;
            });
    return orders;
  }

  private record Outcome(String first, String second) {}

  private static List<Outcome> race(Api api, List<String> orders, String first, String second)
      throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2 * AT_ONCE)) {
      List<Future<Reply>> firsts = new ArrayList<>();
      List<Future<Reply>> seconds = new ArrayList<>();
      for (String order : orders) {
        String path = "orders/" + order + "/";
        firsts.add(threads.submit(() -> api.post(User.ADMIN, path + first, null)));
        seconds.add(threads.submit(() -> api.post(User.ADMIN, path + second, null)));
      }
      for (int i = 0; i < orders.size(); i++) {
        outcomes.add(new Outcome(firsts.get(i).get().outcome(), seconds.get(i).get().outcome()));
      }
    }
    return outcomes;
  }

  @ParameterizedTest(name = "{0} and {1}")
  @DisplayName("one wins, the other is told the state, and stock moves once:")
  @CsvSource({
    "ship,     ship,     confirm",
    "ship,     cancel,   confirm",
    "cancel,   ship,     confirm",
    "cancel,   cancel,   confirm",
    "confirm,  confirm,  ",
    "complete, complete, confirm ship",
  })
  void oneWins(String first, String second, @org.jspecify.annotations.Nullable String before)
      throws Exception {
    int rounds = Scale.of(24, 500);
    Api api = new Api();
    String product = Given.product(Given.code(), 30);
    Given.stock(product, "A01", "2026-05-01", rounds);
    Given.stock(product, "A01", null, 2L * rounds);
    String[] steps = before == null ? new String[0] : before.split(" ", -1);
    List<String> orders = orders(api, product, rounds, steps);
    List<Outcome> outcomes = race(api, orders, first, second);
    assertThat(outcomes)
        .containsOnly(new Outcome("200", "409 order_state"), new Outcome("409 order_state", "200"));
    System.out.printf(
        "%s against %s: the first won %d of %d%n",
        first,
        second,
        outcomes.stream().filter(outcome -> outcome.first().equals("200")).count(),
        rounds);
    new LedgerAudit(database, List.of(product)).isClean();
  }
}
