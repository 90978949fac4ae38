package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Order numbers of 64 clients")
class OrderNumbersTest {
  private static final int CLIENTS = 64;

  @Inject Pool database;

  private static Set<String> twice(Collection<String> numbers) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    numbers.forEach(number -> {
      if (!seen.add(number)) {
        twice.add(number);
      }
    });
    return twice;
  }

  @Test
  @DisplayName("are never given twice")
  void unique() {
    int orders = Scale.of(1_000, 5_000);
    Api api = new Api();
    Map<String, Object> body =
        Map.of("customerName", "Wang", "items", List.of(Given.item(Given.product(), null, 1)));
    Queue<String> numbers = new ConcurrentLinkedQueue<>();
    new Crowd("order numbers", CLIENTS)
        .run(
            orders,
            0,
            (n, random) -> {
              Reply draft = api.post(User.SALES, "orders", body).expect(201);
              numbers.add(draft.text("/orderNumber"));
              return draft;
            });
    assertThat(numbers).hasSize(orders).allMatch(number -> number.matches("SO-\\d{8}"));
    assertThat(twice(numbers)).isEmpty();
  }

  @Test
  @DisplayName("would be given twice by counting orders, and that is seen")
  void countingIsCaught() {
    Queue<String> numbers = new ConcurrentLinkedQueue<>();
    String counting = "SELECT 'SO-' || count(*) + 1 FROM sales_order";
    new Crowd("numbers by counting", CLIENTS)
        .run(
            CLIENTS,
            0,
            (n, random) -> {
              numbers.add(
                  database.query(counting).executeAndAwait().iterator().next().getString(0));
              return new Reply(200, com.fasterxml.jackson.databind.node.NullNode.instance);
            });
    assertThat(twice(numbers)).isNotEmpty();
  }
}
