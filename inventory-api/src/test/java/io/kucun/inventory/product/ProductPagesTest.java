package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Pages of products")
class ProductPagesTest {
  private static String prefix() {
    return "P" + UUID.randomUUID().toString().substring(0, 8) + "-";
  }

  private static List<String> given(String prefix, int products) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < products; i++) {
      codes.add(prefix + (char) ('a' + i));
      Given.product(codes.getLast(), 0);
    }
    return codes;
  }

  private static Response page(String prefix, String more, @Nullable String cursor) {
    return As.viewer()
        .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
        .get("/api/v1/products?search=" + prefix + "&limit=2&" + more);
  }

  @ParameterizedTest
  @CsvSource({
    "code,asc",
    "code,desc",
    "name,asc",
    "createdAt,asc",
    "createdAt,desc",
    "updatedAt,desc"
  })
  @DisplayName("go on by cursor from page 1, in every order")
  void walk(String sortBy, String sortOrder) {
    String prefix = prefix();
    List<String> codes = given(prefix, 5);
    String order = "sortBy=" + sortBy + "&sortOrder=" + sortOrder;
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Response page = page(prefix, order, cursor);
      page.then().statusCode(200);
      seen.addAll(page.path("data.code"));
      cursor = page.path("pagination.nextCursor");
    } while (cursor != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(codes);
    if (!sortBy.equals("name")) {
      assertThat(seen).isEqualTo(sortOrder.equals("asc") ? codes : codes.reversed());
    }
  }

  @Test
  @DisplayName("tell totals by number and none by cursor")
  void totals() {
    String prefix = prefix();
    given(prefix, 3);
    Response first = page(prefix, "page=1", null);
    first.then().body("pagination.total", equalTo(3)).body("pagination.totalPages", equalTo(2));
    page(prefix, "", first.path("pagination.nextCursor"))
        .then()
        .statusCode(200)
        .body("data.size()", equalTo(1))
        .body("pagination.limit", equalTo(2))
        .body("pagination", not(hasKey("page")))
        .body("pagination", not(hasKey("total")))
        .body("pagination", not(hasKey("totalPages")))
        .body("pagination", not(hasKey("nextCursor")));
  }

  @Test
  @DisplayName("refuse a page and a cursor at once, and a cursor of another list")
  void refusals() {
    String prefix = prefix();
    given(prefix, 3);
    String cursor = page(prefix, "", null).path("pagination.nextCursor");
    page(prefix, "page=1", cursor)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation"))
        .body("errors[0].parameter", equalTo("cursor"));
    for (String other : List.of("archived=true", "sortBy=code", "sortOrder=asc")) {
      page(prefix, other, cursor)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid_cursor"))
          .body("errors[0].parameter", equalTo("cursor"));
    }
    page(prefix, "sortBy=createdAt", cursor).then().statusCode(200);
  }
}
