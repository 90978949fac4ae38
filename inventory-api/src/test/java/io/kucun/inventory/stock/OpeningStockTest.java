package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.CsvFiles.Reply;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("A file of opening stock")
class OpeningStockTest {
  private static final String IMPORT = "/api/v1/inventory/import";
  private static final String HEADER = "productCode,colorCode,productionDate,quantity\n";

  @Inject Sql sql;

  private final String code = "O" + UUID.randomUUID().toString().substring(0, 8);
  private String product;

  @BeforeEach
  void product() {
    product = Given.product(code, 50);
  }

  private static Reply post(String text) {
    return CsvFiles.post("warehouse", IMPORT, text);
  }

  private Reply rows(String rows) {
    return post(HEADER + rows.replace("@", code));
  }

  private long movements() {
    return sql.number(
        "SELECT count(*) FROM stock_movement WHERE product_id = $1", UUID.fromString(product));
  }

  private long events(String type) {
    return sql.number(
        "SELECT count(*) FROM event WHERE channel = 'inventory' AND key = $1"
            + " AND data::json ->> 'type' = $2",
        product,
        type);
  }

  private JsonPath summary() {
    return As.viewer().get("/api/v1/products/" + product + "/inventory").jsonPath();
  }

  @Test
  @DisplayName("gives each lot its pieces, as one document, each with its ledger row and its event")
  void opens() {
    Reply reply =
        post(
            """
            产品编码,色号,生产日期,数量,原因,单据号
            %1$s,A01,2026-05-01,100,opening,D-1
            %2$s, A01 ,,7,,
            %1$s,,,0,,
            %1$s,,2026-05-01,3,,
            """
                .formatted(code, code.toLowerCase(Locale.ROOT)));
    assertThat(reply.status()).isEqualTo(201);
    JsonPath answer = reply.json();
    String number = answer.getString("documentNumber");
    assertThat(number).startsWith("OPEN-");
    assertThat(reply.text())
        .isEqualTo(
            "{\"rows\":4,\"created\":3,\"unchanged\":1,\"documentNumber\":\"" + number + "\"}");
    assertThat(summary().getLong("totalQuantity")).isEqualTo(110);
    assertThat(
            sql.number(
                "SELECT count(*) FROM stock_movement m JOIN stock_lot l ON l.id = m.lot_id"
                    + " AND l.quantity = m.delta AND l.version = 1 JOIN event e ON e.key = $2"
                    + " AND e.data::json ->> 'movementId' = m.id::text"
                    + " WHERE m.product_id = $1 AND m.type = 'INBOUND' AND m.document_number = $3"
                    + " AND m.inbound_type = 'adjust' AND m.actor = 'warehouse'",
                UUID.fromString(product),
                product,
                number))
        .isEqualTo(3);
    assertThat(
            sql.number(
                "SELECT delta FROM stock_movement WHERE product_id = $1 AND reason = 'opening'"
                    + " AND reference = 'D-1'",
                UUID.fromString(product)))
        .isEqualTo(100);
    assertThat(events("restocked")).isOne();
  }

  @Test
  @DisplayName("sent again changes nothing, also after sales have brought a lot to another number")
  void unchanged() {
    assertThat(rows("@,A01,,60\n@,B02,,8\n").json().getInt("created")).isEqualTo(2);
    Reply again = rows("@,B02,,8\n@,A01,,60\n");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text())
        .isEqualTo("{\"rows\":2,\"created\":0,\"unchanged\":2,\"documentNumber\":null}");
    As.warehouse()
        .body(Given.lot(product, "A01", null, Map.of("quantity", 10)))
        .post("/api/v1/inventory/outbound")
        .then()
        .statusCode(201);
    assertThat(rows("@,A01,,50\n").json().getInt("unchanged")).isEqualTo(1);
    assertThat(rows("@,B02,,8\n@,A01,,60\n@,C03,,1\n").faults())
        .containsExactly("3 quantity has_movements");
    assertThat(movements()).isEqualTo(3);
    assertThat(events("inbound")).isEqualTo(2);
    assertThat(events("low_stock")).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ",A01,,1|productCode not_null",
        "nobody-has-this,A01,,1|productCode unknown_product",
        "@,A01,,|quantity not_null",
        "@,A01,,x|quantity wrong_type",
        "@,A01,,1.5|quantity wrong_type",
        "@,A01,,-1|quantity positive_or_zero",
        "@,A01,,9007199254740992|quantity max",
        "@,A01,,9007199254740991|quantity too_large",
        "@,A01,2026/05/01,1|productionDate date",
        "@,A01,2026-02-30,1|productionDate date",
        "@, Z9 ,,7|null repeated",
        "@,A01|null width",
      })
  @DisplayName("has a row that is refused by its line and column, and then sets nothing")
  void badRow(String row, String flaw) {
    assertThat(rows("@,Z9,,5\n" + row + "\n").faults()).containsExactly("3 " + flaw);
    assertThat(movements()).isZero();
    assertThat(events("inbound")).isZero();
    assertThat(summary().getLong("totalQuantity")).isZero();
  }

  @Test
  @DisplayName("is refused as a whole with every faulty row")
  void everyRow() {
    Given.stock(product, "M01", null, 4);
    String rows =
        IntStream.range(0, 1_100)
            .mapToObj(i -> i == 20 ? "@,M01,,5" : i == 900 ? "none,,,1" : "@,C" + i + ",,1")
            .collect(Collectors.joining("\n"));
    assertThat(rows(rows).faults())
        .containsExactly("22 quantity has_movements", "902 productCode unknown_product");
    assertThat(movements()).isOne();
    assertThat(summary().getLong("totalQuantity")).isEqualTo(4);
  }

  @Test
  @DisplayName("brings nothing new to an archived product, but may say what it has")
  void archived() {
    Given.stock(product, "A01", null, 4);
    As.admin().delete("/api/v1/products/" + product).then().statusCode(204);
    assertThat(rows("@,A01,,4\n").json().getInt("unchanged")).isOne();
    assertThat(rows("@,A01,,4\n@,B02,,1\n").faults())
        .containsExactly("3 productCode product_archived");
    assertThat(movements()).isOne();
  }

  @Test
  @DisplayName("sets a lot that a stock-take has found empty: it has no movement")
  void foundEmpty() {
    String counts = "/api/v1/inventory/counts";
    String count = As.admin().body("{}").post(counts).then().extract().path("id");
    As.admin()
        .body(
            Map.of("lines", List.of(Given.lot(product, "E1", null, Map.of("countedQuantity", 0)))))
        .put(counts + "/" + count + "/lines")
        .then()
        .statusCode(200);
    As.admin().post(counts + "/" + count + "/submit").then().statusCode(200);
    assertThat(rows("@,E1,,9\n").json().getInt("created")).isOne();
    assertThat(summary().getLong("totalQuantity")).isEqualTo(9);
    assertThat(movements()).isOne();
  }

  @Test
  @DisplayName("makes every read of stock stale at once")
  void stale() {
    String detail = "/api/v1/products/" + product + "?include=inventory";
    String list = "/api/v1/products?include=inventory&search=" + code;
    for (String path : List.of(detail, list)) {
      Eventually.holds(
          () -> assertThat(As.viewer().get(path).header("Cache-Status")).contains("hit"));
    }
    rows("@,A01,,5\n");
    assertThat(As.viewer().get(detail).<Integer>path("inventory.totalQuantity")).isEqualTo(5);
    assertThat(As.viewer().get(list).<Integer>path("data[0].inventory.totalQuantity")).isEqualTo(5);
  }

  @Test
  @DisplayName("is not for those who only sell or look")
  void roles() {
    assertThat(CsvFiles.post("sales", IMPORT, HEADER).status()).isEqualTo(403);
    assertThat(CsvFiles.post("viewer", IMPORT, HEADER).status()).isEqualTo(403);
  }
}
