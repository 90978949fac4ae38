package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Clients;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A batch of products")
class ProductBatchTest {
  @Inject Sql sql;

  private final String prefix = "B" + UUID.randomUUID().toString().substring(0, 8);

  private static Map<String, Object> product(String code) {
    return Map.of("code", code, "name", "n");
  }

  private List<Map<String, Object>> products(int count) {
    return IntStream.range(0, count).mapToObj(i -> product(prefix + i)).toList();
  }

  private static Response post(List<?> items) {
    return As.admin().body(Map.of("items", items)).post("/api/v1/products/batch");
  }

  private long created() {
    return sql.number(
        "SELECT count(*) FROM product p JOIN product_stock s ON s.product_id = p.id"
            + " JOIN event e ON e.key = p.id::text AND e.channel = 'products'"
            + " WHERE p.code LIKE $1 || '%'",
        prefix);
  }

  @Test
  @DisplayName("of a hundred creates each, in its order, with one event each")
  void hundred() {
    List<String> codes = post(products(100)).then().statusCode(201).extract().path("data.code");
    assertThat(codes).isEqualTo(IntStream.range(0, 100).mapToObj(i -> prefix + i).toList());
    assertThat(created()).isEqualTo(100);
  }

  @Test
  @DisplayName("names every line whose code is taken or stands twice, and creates none")
  void duplicates() {
    Given.product(prefix + "x", 0);
    post(List.of(
            product(prefix + "a"),
            product(prefix + "X"),
            product(prefix + "b"),
            product(prefix + "A")))
        .then()
        .statusCode(409)
        .body("code", equalTo("duplicate_code"))
        .body("errors.pointer", contains("/items/1/code", "/items/3/code"));
    assertThat(created()).isEqualTo(1);
  }

  @Test
  @DisplayName("names every line that is not valid, and creates none")
  void invalid() {
    post(List.of(product(prefix), Map.of("code", prefix + "1"), Map.of("name", "n")))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/items/1/name", "/items/2/code"));
    String big = "x".repeat(20_000);
    post(List.of(
            product(prefix),
            Map.of("code", prefix + 1, "name", "n", "specifications", Map.of("a", big))))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/items/1/specifications"));
    assertThat(created()).isZero();
  }

  @Test
  @DisplayName("has from one to a hundred lines")
  void bounds() {
    post(List.of()).then().statusCode(400);
    post(products(101)).then().statusCode(400);
    assertThat(created()).isZero();
  }

  @Test
  @DisplayName("wins once among many with the same codes in any order, and nobody is left waiting")
  void race() throws Exception {
    List<Integer> statuses =
        Clients.together(
            8,
            () -> {
              List<Map<String, Object>> items = new ArrayList<>(products(20));
              Collections.shuffle(items);
              return post(items).statusCode();
            });
    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(created()).isEqualTo(20);
  }
}
