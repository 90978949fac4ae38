package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.CsvFiles.Reply;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("An exported file")
class StockExportTest {
  private static final String LOTS = "/api/v1/inventory/export";
  private static final String MOVEMENTS = "/api/v1/inventory/movements/export";

  private final String code = "=E" + UUID.randomUUID().toString().substring(0, 8);
  private String product;

  @BeforeEach
  void product() {
    product = Given.product(code, 0);
  }

  private Reply get(String path, String more, String... headers) {
    return CsvFiles.get("viewer", path + "?productId=" + product + more, headers);
  }

  private Reply post(String text) {
    return CsvFiles.post("warehouse", "/api/v1/inventory/import", text);
  }

  private void sell(String color, long quantity) {
    String order = Given.draft("sales", Given.item(product, color, quantity));
    As.admin().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
  }

  @Test
  @DisplayName("of stock has a row of each lot, and changes nothing when it is imported")
  void lots() {
    Given.stock(product, "-A", "2026-05-01", 10);
    Given.stock(product, null, null, 4);
    sell("-A", 3);
    Reply file = get(LOTS, "");
    assertThat(file.text())
        .isEqualTo(
            "\uFEFFproductCode,productName,colorCode,productionDate,quantity,reservedQuantity,"
                + "availableQuantity\r\n'"
                + code
                + ",抛光砖,,,4,0,4\r\n'"
                + code
                + ",抛光砖,'-A,2026-05-01,10,3,7\r\n");
    assertThat(post(file.text()).text())
        .isEqualTo("{\"rows\":2,\"created\":0,\"unchanged\":2,\"documentNumber\":null}");
    assertThat(get(LOTS, "&colorCode=-A").text().lines()).hasSize(2);
    assertThat(get(LOTS, "", "Accept-Language", "zh").text())
        .startsWith("\uFEFF产品编码,产品名称,色号,生产日期,数量,预留数量,可用数量\r\n");
  }

  @Test
  @DisplayName("of stock is as long as the list, and a file of an empty one sets all of it")
  void many() {
    String rows =
        IntStream.range(0, 1_101)
            .mapToObj(i -> code + ",C" + i + "," + (i + 1))
            .collect(Collectors.joining("\n"));
    assertThat(post("productCode,colorCode,quantity\n" + rows).json().getInt("created"))
        .isEqualTo(1_101);
    Reply file = get(LOTS, "");
    assertThat(file.text().lines()).hasSize(1 + 1_101).doesNotHaveDuplicates();
    assertThat(post(file.text()).json().getInt("unchanged")).isEqualTo(1_101);
    String other = "F" + UUID.randomUUID().toString().substring(0, 8);
    String twin = Given.product(other, 0);
    assertThat(post(file.text().replace("'" + code, other)).json().getInt("created"))
        .isEqualTo(1_101);
    assertThat(
            CsvFiles.get("viewer", LOTS + "?productId=" + twin).text().replace(other, "'" + code))
        .isEqualTo(file.text());
    assertThat(get(MOVEMENTS, "").text().lines()).hasSize(1 + 1_101).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("of the ledger tells each movement in words, by the filters of the list")
  void movements() {
    Given.stock(product, "A01", "2026-05-01", 10);
    As.warehouse()
        .body(
            Given.lot(
                product, "A01", "2026-05-01", Map.of("delta", -3, "reason", "=broken, \"all\"")))
        .post("/api/v1/inventory/adjustments")
        .then()
        .statusCode(201);
    sell("A01", 2);
    List<String> lines = get(MOVEMENTS, "&sortOrder=asc").text().lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo(
            "\uFEFFoccurredAt,documentNumber,type,inboundType,productCode,productName,colorCode,"
                + "productionDate,delta,balanceAfter,reservedDelta,reservedAfter,reason,reference,"
                + "actor,id,lotId,productId");
    String lot = ",'" + code + ",抛光砖,A01,2026-05-01,";
    assertThat(lines.get(1)).contains(",inbound,normal" + lot + "10,10,0,0,,,warehouse,");
    assertThat(lines.get(2))
        .contains(",adjusted," + lot + "-3,7,0,0,\"'=broken, \"\"all\"\"\",,warehouse,");
    assertThat(lines.get(3)).contains(",reserved," + lot + "0,7,2,2,").endsWith("," + product);
    assertThat(lines).hasSize(4);
    assertThat(get(MOVEMENTS, "&type=adjusted").text().lines()).hasSize(2);
    assertThat(get(MOVEMENTS, "&actor=nobody").text().lines()).hasSize(1);
    assertThat(get(MOVEMENTS, "&from=2020-01-01T00:00:00Z").text().lines()).hasSize(4);
    assertThat(get(MOVEMENTS, "&to=2020-01-01T00:00:00Z").text().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOTS, MOVEMENTS})
  @DisplayName("has no pages, and refuses what it does not know")
  void unknown(String path) {
    for (String parameter : List.of("page=1", "limit=5", "cursor=x", "colour=red")) {
      assertThat(get(path, "&" + parameter).json().getString("code"))
          .isEqualTo("unknown_parameter");
    }
    assertThat(get(path, "&charset=utf-16").json().getString("errors[0].parameter"))
        .isEqualTo("charset");
  }
}
