package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A list of products")
class ProductFiltersTest {
  private String prefix;

  @BeforeEach
  void prefix() {
    prefix = "F" + UUID.randomUUID().toString().substring(0, 8);
  }

  private String product(String code, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(Map.of("code", prefix + code, "name", "n"));
    body.putAll(more);
    return As.admin()
        .body(body)
        .post("/api/v1/products")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Response list(String query) {
    return As.viewer().get("/api/v1/products?sortBy=code&sortOrder=asc&" + query);
  }

  private List<String> codes(String query) {
    List<String> codes = list("search=" + prefix + query).path("data.code");
    return codes.stream().map(code -> code.substring(prefix.length())).toList();
  }

  @Test
  @DisplayName("is narrowed by unit and status")
  void unitAndStatus() {
    product("a", Map.of("unit", "sheet"));
    product("b", Map.of("unit", "sheet", "status", "inactive"));
    product("c", Map.of("unit", "strip"));
    assertThat(codes("")).containsExactly("a", "b", "c");
    assertThat(codes("&unit=sheet")).containsExactly("a", "b");
    assertThat(codes("&unit=sheet&status=active")).containsExactly("a");
    assertThat(codes("&unit=piece")).isEmpty();
  }

  @Test
  @DisplayName("is narrowed by what is available against the threshold, as of the last write")
  void lowStock() {
    String plenty = product("a", Map.of("lowStockThreshold", 5));
    product("b", Map.of("lowStockThreshold", 5));
    Given.stock(plenty, "A01", null, 6);
    assertThat(codes("&lowStock=true")).containsExactly("b");
    assertThat(codes("&lowStock=false")).containsExactly("a");
    As.warehouse()
        .body(Given.lot(plenty, "A01", null, Map.of("quantity", 1)))
        .post("/api/v1/inventory/outbound")
        .then()
        .statusCode(201);
    assertThat(codes("&lowStock=true")).containsExactly("a", "b");
  }

  @Test
  @DisplayName("is narrowed by the last change, that moment included")
  void updatedSince() {
    product("a", Map.of());
    String later = product("b", Map.of());
    String moment = As.viewer().get("/api/v1/products/" + later).path("updatedAt");
    assertThat(codes("&updatedSince=" + moment)).containsExactly("b");
    assertThat(codes("&updatedSince=2000-01-01T00:00:00+08:00")).containsExactly("a", "b");
  }

  @Test
  @DisplayName("tells the stock of each when asked to, and follows it")
  void inventory() {
    String id = product("a", Map.of());
    list("search=" + prefix).then().body("data[0]", not(hasKey("inventory")));
    As.viewer().get("/api/v1/products/" + id).then().body("$", not(hasKey("inventory")));
    for (int pieces : List.of(3, 7)) {
      Given.stock(id, "A01", null, pieces == 3 ? 3 : 4);
      list("include=inventory&search=" + prefix)
          .then()
          .body("data[0].inventory.totalQuantity", equalTo(pieces))
          .body("data[0].inventory.reservedQuantity", equalTo(0))
          .body("data[0].inventory.availableQuantity", equalTo(pieces));
      As.viewer()
          .get("/api/v1/products/" + id + "?include=inventory")
          .then()
          .statusCode(200)
          .body("inventory.availableQuantity", equalTo(pieces));
    }
  }

  @Test
  @DisplayName("gives stock another ETag than the version, for the version says nothing of it")
  void etagOfStock() {
    String id = product("a", Map.of());
    String path = "/api/v1/products/" + id + "?include=inventory";
    String etag = As.viewer().get(path).header("ETag");
    As.viewer().header("If-None-Match", etag).get(path).then().statusCode(304);
    Given.stock(id, "A01", null, 1);
    As.viewer().header("If-None-Match", etag).get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"抛,1", "抛光,1", "抛光砖,1", "光砖80,1", "砖抛,0", "X_%,0", "🀄,1", "🀄é,1", "É,1", "!,0"})
  @DisplayName("is searched by any part of code or name, whatever the case")
  void search(String part, int found) {
    product("a", Map.of("name", prefix + "抛光砖800🀄É"));
    product("b", Map.of("name", prefix));
    assertThat(codes("").size()).isEqualTo(2);
    List<String> names =
        As.viewer().queryParam("search", part).get("/api/v1/products?limit=100").path("data.code");
    assertThat(names.stream().filter(code -> code.startsWith(prefix))).hasSize(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit=box",
        "lowStock=yes",
        "updatedSince=yesterday",
        "updatedSince=2026-02-30T00:00:00Z",
        "include=lots",
        "sortBy=weight",
        "sortOrder=up",
        "page=1&cursor=x",
        "cursor=x",
        "limit=101",
        "colour=A01"
      })
  @DisplayName("is refused with what it does not know")
  void refused(String query) {
    As.viewer().get("/api/v1/products?" + query).then().statusCode(400);
  }
}
