package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Walk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The list of lots")
class LotListTest {
  private String prefix;
  private String first;
  private String second;
  private List<String> lots;

  /** Of the first product 20 pieces, 8 of the last lot reserved: 12 are available. */
  @BeforeEach
  void lots() {
    prefix = "L" + UUID.randomUUID().toString().substring(0, 8);
    first = Given.product(prefix + "-a", 12);
    second = Given.product(prefix + "-b", 0);
    lots =
        List.of(
            Given.stock(first, null, null, 7),
            Given.stock(first, "A01", "2026-01-01", 3),
            Given.stock(first, "A01", null, 1),
            Given.stock(first, "B02", "2025-12-01", 9),
            Given.stock(second, "A01", "2026-02-01", 50));
    String order = Given.draft("seller", Given.item(first, "B02", 8));
    As.admin().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
  }

  private String path(String query) {
    return "/api/v1/inventory?search=" + prefix + query;
  }

  private String places(List<String> ids) {
    return String.join(" ", ids.stream().map(id -> String.valueOf(lots.indexOf(id))).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'',                                          0 1 2 3 4",
    "&sortBy=productCode&sortOrder=desc,          4 3 2 1 0",
    "&sortBy=productionDate&limit=3,              3 1 4",
    "&sortBy=quantity,                            2 1 0 3 4",
    "&sortBy=availableQuantity&sortOrder=desc&limit=3, 4 0 1",
    "&colorCode=A01,                              1 2 4",
    "&colorCode=%20A01%20,                        1 2 4",
    "&colorCode=a01,                              ''",
    "&colorCode=%20&limit=2,                      0 1",
    "&colorCode=&limit=2,                         0 1",
    "&lowStock=true,                              0 1 2 3",
    "&lowStock=false,                             4",
    "&lowStock=true&colorCode=A01&sortOrder=desc, 2 1",
    "-B,                                          4",
    "-c,                                          ''",
    "&page=2&limit=2,                             2 3",
  })
  @DisplayName("is sorted by product, then colour and date, or as asked for, and narrowed")
  void sortedAndFiltered(String query, String expected) {
    List<String> ids =
        Walk.page(path(query), null).then().statusCode(200).extract().path("data.id");
    assertThat(places(ids)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "productCode,asc",
    "productCode,desc",
    "productionDate,asc",
    "productionDate,desc",
    "quantity,asc",
    "quantity,desc",
    "availableQuantity,asc",
    "availableQuantity,desc"
  })
  @DisplayName("goes on by cursor until its end, in every order")
  void cursor(String sortBy, String sortOrder) {
    String path = path("&sortBy=" + sortBy + "&sortOrder=" + sortOrder);
    List<String> whole = Walk.page(path, null).path("data.id");
    for (int limit : List.of(1, 2)) {
      assertThat(Walk.through(path + "&limit=" + limit, "id")).hasSize(5).isEqualTo(whole);
    }
  }

  @Test
  @DisplayName("is searched as products are, and narrowed to one product")
  void product() {
    Walk.page("/api/v1/inventory?productId=" + second, null)
        .then()
        .body("data.id", contains(lots.getLast()))
        .body("pagination.total", equalTo(1));
    Walk.page("/api/v1/inventory?search=%E5%85%89%E7%A0%96&productId=" + second, null)
        .then()
        .body("data.id", contains(lots.getLast()));
    Walk.page("/api/v1/inventory?search=%E7%A0%96%E5%85%89&productId=" + second, null)
        .then()
        .body("data.size()", equalTo(0))
        .body("pagination.total", equalTo(0));
  }

  @Test
  @DisplayName("names the product of each lot; a single lot is as it was posted")
  void rows() {
    Walk.page(path("&colorCode=B02"), null)
        .then()
        .body("data[0].productId", equalTo(first))
        .body("data[0].productCode", equalTo(prefix + "-a"))
        .body("data[0].productName", equalTo("抛光砖"))
        .body("data[0].productionDate", equalTo("2025-12-01"))
        .body("data[0].quantity", equalTo(9))
        .body("data[0].reservedQuantity", equalTo(8))
        .body("data[0].availableQuantity", equalTo(1))
        .body("data[0].version", equalTo(2));
    As.viewer()
        .get("/api/v1/inventory/" + lots.getFirst())
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("colorCode", nullValue())
        .body("$", not(hasKey("productCode")));
  }

  @Test
  @DisplayName("has the lots of archived products too, for they still lie there")
  void archived() {
    As.admin().delete("/api/v1/products/" + second).then().statusCode(204);
    Walk.page(path("-b"), null).then().body("data.id", contains(lots.getLast()));
  }

  @Test
  @DisplayName("shows the last write")
  void fresh() {
    As.warehouse()
        .body(Given.lot(second, "A01", "2026-02-01", Map.of("quantity", 50)))
        .post("/api/v1/inventory/outbound")
        .then()
        .statusCode(201);
    Walk.page(path("-b&lowStock=true"), null)
        .then()
        .body("data.id", contains(lots.getLast()))
        .body("data[0].quantity", equalTo(0));
  }
}
