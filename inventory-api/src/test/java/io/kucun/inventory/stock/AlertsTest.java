package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Walk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Alerts")
class AlertsTest {
  private String prefix;
  private Map<String, String> products;

  @BeforeEach
  void stock() {
    prefix = "W" + UUID.randomUUID().toString().substring(0, 8) + "-";
    products = new HashMap<>();
    product("never", 0, 0);
    product("little", 5, 10);
    product("line", 5, 5);
    product("enough", 5, 6);
    product("plenty", 0, 90);
    product("archived", 5, 0);
    As.admin().delete("/api/v1/products/" + products.get("archived")).then().statusCode(204);
    String order = Given.draft("seller", Given.item(id("little"), null, 7));
    As.admin().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
  }

  private void product(String name, long threshold, long pieces) {
    products.put(name, Given.product(prefix + name, threshold));
    if (pieces > 0) {
      Given.stock(id(name), null, null, pieces);
    }
  }

  private String id(String name) {
    return products.getOrDefault(name, "");
  }

  private String path(String query) {
    return "/api/v1/inventory/alerts?search=" + prefix + query;
  }

  private String names(List<String> codes) {
    return String.join(" ", codes.stream().map(code -> code.substring(prefix.length())).toList());
  }

  private String found(String query) {
    return names(Walk.page(path(query), null).then().statusCode(200).extract().path("data.code"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'',                              never little line",
    "&level=out_of_stock,             never",
    "&level=low,                      little line",
    "&threshold=6,                    never little line enough",
    "&threshold=3,                    never little",
    "&threshold=0,                    never",
    "&threshold=9007199254740991,     never little line enough plenty",
    "&threshold=6&level=low,          little line enough",
    "&limit=1&page=2,                 little",
    "LITTLE,                          little",
  })
  @DisplayName("name what is out of stock or low on what is available, the least available first")
  void listed(String query, String expected) {
    assertThat(found(query)).isEqualTo(expected);
  }

  @Test
  @DisplayName("tell the stock, the product's own threshold and the level")
  void rows() {
    Walk.page(path("&threshold=4"), null)
        .then()
        .body("pagination.total", equalTo(2))
        .body("data[0].level", equalTo("out_of_stock"))
        .body("data[0].lowStockThreshold", equalTo(0))
        .body("data[1].productId", equalTo(id("little")))
        .body("data[1].code", equalTo(prefix + "little"))
        .body("data[1].name", equalTo("抛光砖"))
        .body("data[1].lowStockThreshold", equalTo(5))
        .body("data[1].totalQuantity", equalTo(10))
        .body("data[1].reservedQuantity", equalTo(7))
        .body("data[1].availableQuantity", equalTo(3))
        .body("data[1].level", equalTo("low"));
  }

  @Test
  @DisplayName("come and go with stock, reservations and the threshold")
  void follow() {
    Given.stock(id("never"), "A01", null, 1);
    Given.stock(id("line"), "A01", null, 1);
    assertThat(found("")).isEqualTo("little");
    String order = Given.draft("seller", Given.item(id("plenty"), null, 90));
    As.admin().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
    assertThat(found("")).isEqualTo("plenty little");
    As.admin().post("/api/v1/orders/" + order + "/cancel").then().statusCode(200);
    As.admin()
        .header("If-Match", "*")
        .body(Map.of("code", prefix + "enough", "name", "x", "lowStockThreshold", 6))
        .put("/api/v1/products/" + id("enough"))
        .then()
        .statusCode(200);
    assertThat(found("")).isEqualTo("little enough");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"''", "&level=low", "&threshold=90", "&threshold=90&level=out_of_stock"})
  @DisplayName("go on by cursor until their end, also where several have equally little")
  void cursor(String query) {
    product("neither", 0, 0);
    product("nothing", 0, 0);
    List<String> whole = Walk.page(path(query), null).path("data.code");
    assertThat(whole).hasSizeGreaterThan(1);
    assertThat(Walk.through(path(query) + "&limit=1", "code")).isEqualTo(whole);
  }
}
