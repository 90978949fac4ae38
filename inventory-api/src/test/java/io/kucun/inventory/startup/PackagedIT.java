package io.kucun.inventory.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Packaged;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.nio.charset.Charset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an executable may lack although the code has it: scripts, charsets, documents, meters. */
@QuarkusIntegrationTest
@WithTestResource(Packaged.class)
@DisplayName("The packaged service")
class PackagedIT {
  @Test
  @DisplayName("has made its tables, and is ready")
  void ready() {
    Eventually.holds(() ->
        RestAssured.get(Packaged.management("/q/health/ready"))
            .then()
            .statusCode(200)
            .body("checks.name", hasItem("inventory-api")));
  }

  @Test
  @DisplayName("has the scripts that fill the cache and publish events")
  void scripts() {
    String product = Given.product();
    Eventually.holds(() ->
        As.viewer()
            .get("/api/v1/products/" + product)
            .then()
            .statusCode(200)
            .header("Cache-Status", startsWith("kucun; hit")));
    Eventually.holds(() ->
        As.viewer()
            .get("/api/v1/events?channel=products&limit=100")
            .then()
            .statusCode(200)
            .body("data.key", hasItem(product)));
  }

  @Test
  @DisplayName("has the Chinese charsets")
  void charsets() {
    String code = Given.code();
    byte[] file = ("code,name\n" + code + ",抛光砖\n").getBytes(Charset.forName("GB18030"));
    CsvFiles.Reply reply =
        CsvFiles.post("admin", "/api/v1/products/import", "text/csv; charset=gb18030", file);
    assertThat(reply.text()).isEqualTo("{\"rows\":1,\"created\":1}");
    As.viewer().get("/api/v1/products?search=" + code).then().body("data[0].name", equalTo("抛光砖"));
  }

  @Test
  @DisplayName("has its description, and what shows it")
  void description() {
    As.anonymous()
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body(containsString("/api/v1/products"));
    As.anonymous().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
  }

  @Test
  @DisplayName("has its meters")
  void metrics() {
    As.viewer().get("/api/v1/products").then().statusCode(200);
    RestAssured.get(Packaged.management("/q/metrics"))
        .then()
        .statusCode(200)
        .body(containsString("kucun_cache_reads_total"))
        .body(containsString("http_server_requests_seconds_count"));
  }
}
