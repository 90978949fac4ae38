package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Walk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The list of the ledger")
class LedgerListTest {
  private String keeper;
  private String product;
  private String lot;
  private List<Response> documents;
  private List<String> ids;

  /** 0 and 1 come in, 2 goes out of another lot, 3 is corrected, 4 is reserved, 5 released. */
  @BeforeEach
  void moves() {
    keeper = "keeper-" + UUID.randomUUID();
    product = Given.product();
    documents = new ArrayList<>();
    move("inbound", "A01", Map.of("quantity", 10, "reference", keeper + "/1"));
    move("inbound", "B02", Map.of("quantity", 20));
    move("outbound", "B02", Map.of("quantity", 1, "reference", keeper + "/2"));
    move("adjustments", "A01", Map.of("delta", -2));
    ids = new ArrayList<>(documents.stream().map(this::movement).toList());
    lot = documents.getFirst().path("lot.id");
    String order = Given.draft("seller", Given.item(product, "A01", 3));
    for (String step : List.of("confirm", "cancel")) {
      ids.add(
          As.admin()
              .post("/api/v1/orders/" + order + "/" + step)
              .then()
              .statusCode(200)
              .extract()
              .path("movements[0].id"));
    }
  }

  private String movement(Response document) {
    return document.path("movement.id");
  }

  private void move(String how, String color, Map<String, ?> more) {
    Response response =
        As.user(keeper, "warehouse")
            .body(Given.lot(product, color, null, more))
            .post("/api/v1/inventory/" + how);
    response.then().statusCode(201);
    documents.add(response);
  }

  private String path(String query) {
    return "/api/v1/inventory/movements?productId=" + product + query;
  }

  private String places(List<String> found) {
    return String.join(" ", found.stream().map(id -> String.valueOf(ids.indexOf(id))).toList());
  }

  private String found(String path) {
    return places(Walk.page(path, null).then().statusCode(200).extract().path("data.id"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'',                          5 4 3 2 1 0",
    "&sortOrder=asc,              0 1 2 3 4 5",
    "&type=inbound,               1 0",
    "&type=inbound&sortOrder=asc, 0 1",
    "&type=outbound,              2",
    "&type=adjusted,              3",
    "&type=reserved,              4",
    "&type=released,              5",
    "&type=shipped,               ''",
    "&actor=admin,                5 4",
    "&actor=Admin,                ''",
    "&limit=2&page=2,             3 2",
    "&from=2000-01-01T00:00:00Z,  5 4 3 2 1 0",
    "&to=2000-01-01T00:00:00Z,    ''",
  })
  @DisplayName("is newest first, and narrowed to a product, a type, an actor or a time")
  void filters(String query, String expected) {
    assertThat(found(path(query))).isEqualTo(expected);
  }

  @Test
  @DisplayName("is narrowed to a lot, a document, a reference, and to all of them")
  void exact() {
    String list = "/api/v1/inventory/movements?";
    String document = documents.get(2).path("movement.documentNumber");
    assertThat(found(list + "lotId=" + lot)).isEqualTo("5 4 3 0");
    assertThat(found(list + "documentNumber=" + document)).isEqualTo("2");
    assertThat(found(list + "reference=" + keeper + "/1")).isEqualTo("0");
    assertThat(found(list + "reference=" + keeper + "/")).isEmpty();
    assertThat(found(list + "actor=" + keeper)).isEqualTo("3 2 1 0");
    assertThat(found(list + "actor=" + keeper + "&type=inbound&lotId=" + lot)).isEqualTo("0");
    assertThat(found(list + "documentNumber=" + document + "&lotId=" + lot)).isEmpty();
  }

  @Test
  @DisplayName("is narrowed from one moment, which is included, until another, which is not")
  void time() {
    String moment = documents.get(2).path("movement.occurredAt");
    assertThat(found(path("&from=" + moment))).isEqualTo("5 4 3 2");
    assertThat(found(path("&to=" + moment))).isEqualTo("1 0");
    assertThat(found(path("&to=" + moment + "&sortOrder=asc"))).isEqualTo("0 1");
    assertThat(found(path("&from=" + moment + "&to=" + moment))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"''", "&sortOrder=asc", "&from=2000-01-01T00:00:00Z", "&to=9000-01-01T00:00:00Z"})
  @DisplayName("goes on by cursor, and what is written meanwhile moves no row")
  void cursor(String query) {
    List<String> seen =
        Walk.through(
            path("&limit=2" + query), "id", () -> move("inbound", "A01", Map.of("quantity", 1)));
    List<String> known = seen.stream().filter(ids::contains).limit(6).toList();
    String forward = "0 1 2 3 4 5";
    String expected =
        query.contains("asc") ? forward : new StringBuilder(forward).reverse().toString();
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(places(known)).isEqualTo(expected);
  }
}
