package io.kucun.inventory.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
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
@DisplayName("The list of orders")
class OrderListTest {
  private static final String ORDERS = "/api/v1/orders";

  private String seller;
  private List<String> ids;

  @BeforeEach
  void orders() {
    seller = "seller-" + UUID.randomUUID();
    String product = Given.product();
    Given.stock(product, null, null, 10);
    ids = new ArrayList<>();
    for (String customer : List.of("王氏建材 3", "Ann_1", "王 2", "ann%2")) {
      ids.add(draft(customer, product, ids.size() == 1 ? 9 : 3));
    }
    As.admin().post(ORDERS + "/" + ids.get(1) + "/confirm").then().statusCode(200);
  }

  private String draft(String customer, String product, int quantity) {
    Map<String, Object> item = Given.item(product, null, quantity);
    return mine()
        .body(Map.of("customerName", customer, "items", List.of(item)))
        .post(ORDERS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private RequestSpecification mine() {
    return As.user(seller, "sales");
  }

  private List<Integer> places(String query) {
    List<String> found =
        mine()
            .urlEncodingEnabled(false)
            .get(ORDERS + query)
            .then()
            .statusCode(200)
            .extract()
            .path("data.id");
    return found.stream().map(ids::indexOf).toList();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is sorted as asked for, newest first by default, and the id decides between equals")
  @CsvSource({
    "'',                                   3 2 1 0",
    "?sortOrder=asc,                       0 1 2 3",
    "?sortBy=orderNumber&sortOrder=asc,    0 1 2 3",
    "?sortBy=updatedAt,                    1 3 2 0",
    "?sortBy=totalAmount&limit=1,          1",
    "?status=confirmed,                    1",
    "?status=draft&sortOrder=asc,          0 2 3",
    "?search=%E7%8E%8B,                    2 0",
    "?search=ANN&sortOrder=asc,            1 3",
    "?search=ann_,                         1",
    "?search=ann%25,                       3",
    "?search=2,                            ''",
    "?limit=3&page=2,                      0",
  })
  void sortedAndFiltered(String query, String expected) {
    assertThat(String.join(" ", places(query).stream().map(String::valueOf).toList()))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("finds an order by its number, and those created from one moment until another")
  void numberAndTime() {
    var order = mine().get(ORDERS + "/" + ids.get(2)).then().extract();
    String number = order.path("orderNumber");
    String created = order.path("createdAt");
    assertThat(places("?search=" + number.toLowerCase(java.util.Locale.ROOT))).containsExactly(2);
    assertThat(places("?from=" + created)).containsExactly(3, 2);
    assertThat(places("?to=" + created)).containsExactly(1, 0);
    assertThat(places("?from=" + created + "&to=" + created)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("goes on by cursor until its end, in every order")
  @ValueSource(strings = {"createdAt", "updatedAt", "totalAmount", "orderNumber"})
  void cursor(String sortBy) {
    for (String order : List.of("asc", "desc")) {
      String query = "?sortBy=" + sortBy + "&sortOrder=" + order;
      List<Integer> walked = new ArrayList<>();
      String next = "";
      while (next != null) {
        String path = ORDERS + query + "&limit=1" + (next.isEmpty() ? "" : "&cursor=" + next);
        var page = mine().get(path).then().statusCode(200).extract();
        walked.add(ids.indexOf(page.<String>path("data[0].id")));
        next = page.path("pagination.nextCursor");
      }
      assertThat(walked).hasSize(4).isEqualTo(places(query));
    }
  }

  @ParameterizedTest
  @DisplayName("refuses what it does not know")
  @ValueSource(strings = {"sortBy=owner", "sortOrder=up", "status=lost", "from=today", "owner=x"})
  void refused(String query) {
    mine().get(ORDERS + "?" + query).then().statusCode(400);
  }

  @Test
  @DisplayName("is not sent again to who has it, nor is an order")
  void conditional() {
    for (String path : List.of(ORDERS, ORDERS + "/" + ids.getFirst())) {
      String etag =
          mine()
              .get(path)
              .then()
              .statusCode(200)
              .header("Cache-Control", "private, no-cache")
              .header("Vary", "Authorization")
              .extract()
              .header("ETag");
      mine()
          .header("If-None-Match", etag)
          .get(path)
          .then()
          .statusCode(304)
          .header("ETag", etag)
          .body(emptyString());
    }
    String list = mine().get(ORDERS).header("ETag");
    String order = mine().get(ORDERS + "/" + ids.getFirst()).header("ETag");
    assertThat(order).isEqualTo("\"0\"");
    mine().post(ORDERS + "/" + ids.getFirst() + "/cancel").then().statusCode(200);
    mine().header("If-None-Match", list).get(ORDERS).then().statusCode(200);
    mine()
        .header("If-None-Match", order)
        .get(ORDERS + "/" + ids.getFirst())
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  @DisplayName("shows sales their own orders only, whatever they search for")
  void own() {
    As.user("other-" + seller, "sales")
        .get(ORDERS + "?search=王氏建材 3")
        .then()
        .statusCode(200)
        .body("data", hasSize(0))
        .body("pagination.total", equalTo(0));
  }
}
