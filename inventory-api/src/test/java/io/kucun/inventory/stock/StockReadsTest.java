package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Walk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("Reads of stock")
class StockReadsTest {
  private static final String INVENTORY = "/api/v1/inventory";

  private static String count(String product) {
    return As.warehouse()
        .body(Map.of("productIds", List.of(product)))
        .post(INVENTORY + "/counts")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void record(String count, String product, String color) {
    Map<String, Object> line = Given.lot(product, color, null, Map.of("countedQuantity", 5));
    As.warehouse()
        .body(Map.of("lines", List.of(line)))
        .put(INVENTORY + "/counts/" + count + "/lines")
        .then()
        .statusCode(200);
  }

  @Test
  @DisplayName("are not sent again to who has them, until they change")
  void conditional() {
    String code = Given.code();
    String product = Given.product(code, 9);
    String lot = Given.stock(product, "A01", null, 1);
    String count = count(product);
    List<String> paths =
        List.of(
            "?productId=" + product,
            "/" + lot,
            "/movements?productId=" + product,
            "/alerts?search=" + code,
            "/counts",
            "/counts/" + count,
            "/counts/" + count + "/lines",
            "/../products/" + product + "/inventory");
    Map<String, String> etags = new HashMap<>();
    for (String path : paths) {
      etags.put(path, unchanged(path));
    }
    assertThat(etags.get("/" + lot)).isEqualTo("\"1\"");
    Given.stock(product, "A01", null, 1);
    record(count, product, "A01");
    for (String path : paths) {
      As.viewer()
          .header("If-None-Match", etags.get(path))
          .get(address(path))
          .then()
          .statusCode(200)
          .header("ETag", not(etags.get(path)));
    }
  }

  private static String address(String path) {
    return path.startsWith("/..") ? "/api/v1" + path.substring(3) : INVENTORY + path;
  }

  private static String unchanged(String path) {
    String etag =
        As.viewer()
            .get(address(path))
            .then()
            .statusCode(200)
            .header("Cache-Control", "private, no-cache")
            .header("Vary", "Authorization")
            .extract()
            .header("ETag");
    As.viewer()
        .header("If-None-Match", etag)
        .get(address(path))
        .then()
        .statusCode(304)
        .header("ETag", etag)
        .body(emptyString());
    return etag;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "?nobody=1,                             unknown_parameter, nobody",
    "/movements?search=x,                   unknown_parameter, search",
    "/alerts?lowStock=true,                 unknown_parameter, lowStock",
    "/counts?from=2026-05-01T00:00:00Z,     unknown_parameter, from",
    "?productId=42,                         validation,        productId",
    "?lowStock=perhaps,                     validation,        lowStock",
    "?sortBy=id,                            validation,        sortBy",
    "?sortOrder=up,                         validation,        sortOrder",
    "?limit=101,                            validation,        limit",
    "?colorCode=%00,                        validation,        colorCode",
    "?page=1&cursor=x,                      validation,        cursor",
    "?cursor=x,                             invalid_cursor,    cursor",
    "/movements?type=gift,                  validation,        type",
    "/movements?lotId=x,                    validation,        lotId",
    "/movements?from=yesterday,             validation,        from",
    "/movements?to=2026-02-30T00:00:00Z,    validation,        to",
    "/movements?to=2026-02-28,              validation,        to",
    "/movements?sortOrder=newest,           validation,        sortOrder",
    "/movements?actor=%0A,                  validation,        actor",
    "/movements?page=1&cursor=x,            validation,        cursor",
    "/movements?cursor=W10,                 invalid_cursor,    cursor",
    "/alerts?level=high,                    validation,        level",
    "/alerts?threshold=-1,                  validation,        threshold",
    "/alerts?threshold=1.5,                 validation,        threshold",
    "/alerts?threshold=9007199254740992,    validation,        threshold",
    "/alerts?threshold=99999999999999999999, validation,       threshold",
    "/alerts?cursor=x,                      invalid_cursor,    cursor",
    "/counts?status=lost,                   validation,        status",
    "/counts?page=1&cursor=x,               validation,        cursor",
    "/counts?cursor=x,                      invalid_cursor,    cursor",
  })
  @DisplayName("refuse what they do not know, and say where")
  void refused(String path, String code, String parameter) {
    Walk.page(INVENTORY + path, null)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("errors[0].parameter", equalTo(parameter));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"colorCode", "documentNumber", "reference", "actor"})
  @DisplayName("take texts of at most 200 characters")
  void texts(String parameter) {
    String path = INVENTORY + (parameter.equals("colorCode") ? "" : "/movements");
    for (int length : List.of(200, 201)) {
      String query = "?" + parameter + "=" + "x".repeat(length);
      Walk.page(path + query, null).then().statusCode(length == 200 ? 200 : 400);
    }
  }

  @Test
  @DisplayName("refuse a cursor that another list gave, or the same one with other filters")
  void foreignCursors() {
    String product = Given.product();
    Given.stock(product, "A01", null, 1);
    Given.stock(product, "A02", null, 1);
    String count = count(product);
    count(product);
    record(count, product, "A01");
    record(count, product, "A02");
    List<String> lists =
        List.of(
            "?productId=" + product,
            "?sortOrder=desc&productId=" + product,
            "?sortBy=quantity&productId=" + product,
            "/movements?productId=" + product,
            "/movements?actor=warehouse&productId=" + product,
            "/movements?from=2026-01-01T00:00:00Z&productId=" + product,
            "/alerts?threshold=5",
            "/counts?status=open",
            "/counts?limit=1",
            "/counts/" + count + "/lines?limit=1");
    for (String list : lists) {
      String cursor = Walk.page(INVENTORY + first(list), null).path("pagination.nextCursor");
      for (String other : lists) {
        Walk.page(INVENTORY + first(other), cursor)
            .then()
            .statusCode(other.equals(list) ? 200 : 400);
      }
    }
  }

  private static String first(String list) {
    return list.contains("limit=1") ? list : list + "&limit=1";
  }

  @Test
  @DisplayName("go through stock-takes and their lines by cursor")
  void counts() {
    String product = Given.product();
    String count = count(product);
    List<String> colors = List.of("C", "A", "B");
    colors.forEach(color -> record(count, product, color));
    String lines = INVENTORY + "/counts/" + count + "/lines?limit=1";
    assertThat(Walk.through(lines, "colorCode")).isEqualTo(colors);
    String later = count(product);
    assertThat(Walk.through(INVENTORY + "/counts?status=open&limit=7", "id"))
        .startsWith(later, count)
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("know no lot, product or stock-take that is not there")
  void unknown() {
    String id = UUID.randomUUID().toString();
    for (String path : List.of("/" + id, "/counts/" + id, "/counts/" + id + "/lines")) {
      As.viewer().get(INVENTORY + path).then().statusCode(404);
    }
    As.viewer().get("/api/v1/products/" + id + "/inventory").then().statusCode(404);
  }
}
