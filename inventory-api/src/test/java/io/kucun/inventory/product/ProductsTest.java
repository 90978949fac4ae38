package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Products")
class ProductsTest {
  private static String fresh() {
    return "T-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Response created(String code) {
    return As.admin()
        .body(Map.of("code", code, "name", "抛光砖", "specifications", Map.of("surface", "polished")))
        .post("/api/v1/products");
  }

  @Test
  @DisplayName("gives the free specifications back as they came, to the last digit")
  void specificationsAsTheyCame() {
    String given = "{\"thickness\":1.10,\"big\":123456789012345678901.5,\"颜色\":[\"白\",null,true]}";
    String code = Given.code();
    String id =
        As.admin()
            .body("{\"code\":\"%s\",\"name\":\"n\",\"specifications\":%s}".formatted(code, given))
            .post("/api/v1/products")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(As.viewer().get("/api/v1/products/" + id).asString()).contains(given);
  }

  @Test
  @DisplayName("come back as they were created")
  void create() {
    String code = fresh();
    Response created = created(code);
    created.then().statusCode(201).header("ETag", "\"0\"");
    As.viewer()
        .get(created.header("Location"))
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .header("Cache-Status", startsWith("kucun; fwd=miss"))
        .body("code", equalTo(code))
        .body("specifications.surface", equalTo("polished"))
        .body("unit", equalTo("piece"));
    Eventually.holds(() ->
        As.viewer()
            .get(created.header("Location"))
            .then()
            .statusCode(200)
            .header("Cache-Status", startsWith("kucun; hit; ttl=")));
  }

  @Test
  @DisplayName("are listed, and the cached list is fresh after a write")
  void list() {
    String code = fresh();
    As.viewer()
        .get("/api/v1/products?search=" + code)
        .then()
        .statusCode(200)
        .body("pagination.total", equalTo(0));
    created(code).then().statusCode(201);
    As.viewer()
        .get("/api/v1/products?search=" + code)
        .then()
        .statusCode(200)
        .body("pagination.total", equalTo(1));
    Eventually.holds(() -> hit(code));
  }

  @Test
  @DisplayName("are found by name in any case and Unicode form")
  void search() {
    String name = "Straße ΟΔΟΣ Cafe\u0301 " + fresh();
    As.admin()
        .body(Map.of("code", fresh(), "name", name))
        .post("/api/v1/products")
        .then()
        .statusCode(201);
    for (String word : new String[] {name, "STRASSE οδος", "café"}) {
      As.viewer()
          .queryParam("search", word)
          .queryParam("limit", 100)
          .get("/api/v1/products")
          .then()
          .statusCode(200)
          .body("data.name", org.hamcrest.Matchers.hasItem(name));
    }
  }

  private static void hit(String code) {
    String list = "/api/v1/products?search=" + code;
    Eventually.holds(
        () -> As.viewer().get(list).then().header("Cache-Status", startsWith("kucun; hit")));
    Response hit = As.viewer().get(list);
    assertThat(hit.path("data[0].code").toString()).isEqualTo(code);
    As.viewer().header("If-None-Match", hit.header("ETag")).get(list).then().statusCode(304);
  }
}
