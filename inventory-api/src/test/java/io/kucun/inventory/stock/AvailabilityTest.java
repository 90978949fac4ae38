package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Availability")
class AvailabilityTest {
  private static final String[] COLORS = {null, "A01", "B02"};
  private static final String[] DATES = {null, "2026-05-01", "2026-06-01"};

  private static ValidatableResponse ask(List<? extends Map<?, ?>> items) {
    return As.viewer().body(Map.of("items", items)).post("/api/v1/inventory/availability").then();
  }

  private static Map<String, Object> item(String product, @Nullable String color, long quantity) {
    Map<String, Object> item = new HashMap<>(Given.item(product, color, quantity));
    item.remove("unitPrice");
    return item;
  }

  @Test
  @DisplayName("sums lines that share lots, and reserves nothing")
  void summed() {
    String product = Given.product();
    Given.stock(product, "A01", null, 10);
    Given.stock(product, "B02", null, 4);
    ask(List.of(item(product, "A01", 6), item(product, "A01", 5), item(product, "B02", 4)))
        .statusCode(200)
        .body("sufficient", equalTo(false))
        .body("data.requested", contains(6, 5, 4))
        .body("data.available", contains(10, 4, 4))
        .body("data.sufficient", contains(true, false, true));
    ask(List.of(item(product, "A01", 10))).body("sufficient", equalTo(true));
    As.viewer()
        .get("/api/v1/products/" + product + "/inventory")
        .then()
        .body("reservedQuantity", equalTo(0));
  }

  @Test
  @DisplayName("is nothing for an archived product, and refused for an unknown one")
  void archived() {
    String product = Given.product();
    Given.stock(product, null, null, 10);
    As.admin().delete("/api/v1/products/" + product).then().statusCode(204);
    ask(List.of(item(product, null, 1))).body("data.available", contains(0));
    String nobody = UUID.randomUUID().toString();
    ask(List.of(item(product, null, 1), item(nobody, null, 1)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/1/productId"));
  }

  @Test
  @DisplayName("is sufficient exactly if the order can then be confirmed")
  void asConfirmed() {
    long seed = Long.getLong("kucun.seed", System.nanoTime());
    System.out.println("seed of the availability: " + seed);
    Random random = new Random(seed);
    Map<Boolean, Integer> seen = new HashMap<>();
    for (int round = 0; round < Scale.of(25, 400); round++) {
      List<Map<String, Object>> items = randomItems(random);
      ValidatableResponse answer = ask(items).statusCode(200);
      boolean sufficient = answer.extract().path("sufficient");
      List<Integer> missing = shortLines(answer);
      items.forEach(item -> item.put("unitPrice", "1.00"));
      String order = Given.draft("sales", items.toArray(Map[]::new));
      ValidatableResponse confirmed =
          As.sales().post("/api/v1/orders/" + order + "/confirm").then();
      assertThat(confirmed.extract().statusCode())
          .as("round %d of seed %d: %s", round, seed, items)
          .isEqualTo(sufficient ? 200 : 409);
      if (!sufficient) {
        List<String> pointers = confirmed.extract().path("shortages.pointer");
        assertThat(pointers).isEqualTo(missing.stream().map(line -> "/items/" + line).toList());
      }
      seen.merge(sufficient, 1, Integer::sum);
    }
    assertThat(seen).as("both outcomes were seen").containsOnlyKeys(true, false);
  }

  private static List<Integer> shortLines(ValidatableResponse answer) {
    List<Boolean> lines = answer.extract().path("data.sufficient");
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i)) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  /**
   * Lines over one product with up to nine lots: few pieces, so that they get in each other's way.
   */
  private static List<Map<String, Object>> randomItems(Random random) {
    String product = Given.product();
    List<String> lots = new ArrayList<>();
    for (String color : COLORS) {
      for (String date : DATES) {
        if (random.nextInt(3) > 0) {
          lots.add(Given.stock(product, color, date, 1 + random.nextInt(6)));
        }
      }
    }
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      Map<String, Object> item =
          item(product, COLORS[random.nextInt(COLORS.length)], 1 + random.nextInt(7));
      item.put("productionDate", DATES[random.nextInt(DATES.length)]);
      item.put("allowMixedColors", random.nextBoolean());
      if (!lots.isEmpty() && random.nextInt(4) == 0) {
        item.put("lotId", lots.get(random.nextInt(lots.size())));
        item.put("colorCode", null);
        item.put("productionDate", null);
      }
      items.add(item);
    }
    return items;
  }
}
