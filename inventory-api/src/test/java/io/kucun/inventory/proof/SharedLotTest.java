package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of an order are written {@code kind quantity}, parted by blanks. */
@QuarkusTest
@DisplayName("Lines of one order on the same lot of 10 pieces")
class SharedLotTest {
  @Inject Pool database;

  private Api api;
  private String product;
  private String lot;

  @BeforeEach
  void stock() {
    api = new Api();
    product = Given.product();
    lot = Given.stock(product, "A01", "2026-05-01", 10);
  }

  private Reply confirm(String lines) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (String line : lines.split(" ", -1)) {
      items.add(item(line.charAt(0), Long.parseLong(line.substring(1))));
    }
    Reply draft =
        api.post(User.SALES, "orders", Map.of("customerName", "Wang", "items", items)).expect(201);
    return api.post(User.SALES, "orders/" + draft.text("/id") + "/confirm", null);
  }

  private Map<String, Object> item(char kind, long quantity) {
    Map<String, Object> item = Given.item(product, kind == 'c' ? "A01" : null, quantity);
    switch (kind) {
      case 'l' -> item.put("lotId", lot);
      case 'd' -> item.put("productionDate", "2026-05-01");
      case 'm' -> item.put("allowMixedColors", true);
      case 'a', 'c' -> {}
      default -> throw new IllegalArgumentException("no such kind: " + kind);
    }
    return item;
  }

  private long reserved() {
    return api.get(User.ADMIN, "inventory/" + lot).body().path("reservedQuantity").asLong();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("are summed, and together get what is there (l: lot, d: date, c: colour, a: any)")
  @ValueSource(strings = {"l4 l6", "a4 a3 a3", "a4 l6", "m1 a2 c3 d3 l1", "c5 d5", "l10", "m5 m5"})
  void fit(String lines) {
    Reply confirmed = confirm(lines).expect(200);
    assertThat(reserved()).isEqualTo(10);
    assertThat(confirmed.body().path("movements")).as("one ledger row a lot").hasSize(1);
    confirmed
        .body()
        .path("items")
        .forEach(item ->
            assertThat(item.at("/allocations/0/quantity")).isEqualTo(item.path("quantity")));
    new LedgerAudit(database, List.of(product)).isClean();
  }

  @ParameterizedTest(name = "{0} is short at {1}")
  @DisplayName("get nothing if one is short, and each short line is named with what was left")
  @CsvSource({
    "l6 l5,         1:5:4",
    "a6 a5,         1:5:4",
    "c3 c3 c3 c3,   3:3:1",
    "a6 l5,         0:6:5",
    "m6 a5 c4 l1,   0:6:0",
    "m9 a9 d2,      0:9:8 1:9:8",
    "l11 a1,        0:11:10",
    "d4 l4 m4 c4,   2:4:2 3:4:2",
    "a9007199254740991 a9007199254740991, 0:9007199254740991:10 1:9007199254740991:10",
  })
  void shortages(String lines, String shortages) {
    Reply refused = confirm(lines).expect(409);
    assertThat(refused.code()).isEqualTo("insufficient_stock");
    List<String> named = new ArrayList<>();
    refused
        .body()
        .path("shortages")
        .forEach(shortage ->
            named.add(
                shortage.path("pointer").asText().replace("/items/", "")
                    + ":"
                    + shortage.path("requested").asText()
                    + ":"
                    + shortage.path("available").asText()));
    assertThat(String.join(" ", named)).isEqualTo(shortages);
    assertThat(reserved()).isZero();
    new LedgerAudit(database, List.of(product)).isClean();
  }
}
