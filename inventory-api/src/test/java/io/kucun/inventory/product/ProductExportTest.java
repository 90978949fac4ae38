package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.CsvFiles.Reply;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("An exported file of products")
class ProductExportTest {
  private static final String HEADER =
      "\uFEFFcode,name,specification,specifications,unit,piecesPerUnit,weight,status,"
          + "lowStockThreshold\r\n";

  @Inject Sql sql;

  private final String prefix = "X" + UUID.randomUUID().toString().substring(0, 8);

  private Reply export(String more, String... headers) {
    return CsvFiles.get(
        "viewer",
        "/api/v1/products/export?sortBy=code&sortOrder=asc&search=" + prefix + more,
        headers);
  }

  private void create(String code, String name, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("code", code);
    body.put("name", name);
    As.admin().body(body).post("/api/v1/products").then().statusCode(201);
  }

  private void forget() {
    sql.run(
        "DELETE FROM product_stock WHERE product_id IN"
            + " (SELECT id FROM product WHERE code_key LIKE '%' || lower($1) || '%')",
        prefix);
    sql.run("DELETE FROM product WHERE code_key LIKE '%' || lower($1) || '%'", prefix);
  }

  @Test
  @DisplayName("has a row of each product, with what it is made of and nothing else")
  void rows() {
    create(prefix + "b", "仿古砖", Map.of());
    create(
        prefix + "a",
        "say \"tile\", twice",
        Map.of(
            "specification",
            "800x800",
            "specifications",
            Map.of("surface", "polished"),
            "unit",
            "sheet",
            "piecesPerUnit",
            4,
            "weight",
            12.5,
            "status",
            "inactive",
            "lowStockThreshold",
            10));
    Reply file = export("");
    assertThat(file.text())
        .isEqualTo(
            HEADER
                + prefix
                + "a,\"say \"\"tile\"\", twice\",800x800,\"{\"\"surface\"\":\"\"polished\"\"}\","
                + "sheet,4,12.5,inactive,10\r\n"
                + prefix
                + "b,仿古砖,,,piece,1,,active,0\r\n");
    assertThat(file.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"products.csv\"");
  }

  @Test
  @DisplayName("takes the filters of the list, and is as long as the list")
  void filters() {
    String rows =
        IntStream.range(0, 1_203)
            .mapToObj(i -> prefix + i + ",n," + (i % 2 == 0 ? "piece" : "strip"))
            .collect(Collectors.joining("\n"));
    assertThat(
            CsvFiles.post("admin", "/api/v1/products/import", "code,name,unit\n" + rows).status())
        .isEqualTo(201);
    assertThat(export("").text().lines()).hasSize(1 + 1_203).doesNotHaveDuplicates();
    assertThat(export("&unit=strip").text().lines()).hasSize(1 + 601);
    assertThat(export("&lowStock=true").text().lines()).hasSize(1 + 1_203);
    assertThat(export("&lowStock=false").text()).isEqualTo(HEADER);
    assertThat(export("&archived=true").text()).isEqualTo(HEADER);
    assertThat(export("&status=inactive").text()).isEqualTo(HEADER);
  }

  @ParameterizedTest
  @CsvSource({"utf-8,UTF-8", "gb18030,GB18030", "gbk,GB18030"})
  @DisplayName("comes in the charset that is asked for, and can be imported again unchanged")
  void roundTrip(String charset, String name) {
    create(prefix + "1", "=SUM(A1:A9)", Map.of("specification", "'@x", "weight", 0.0025));
    create("-" + prefix, "+1", Map.of("specifications", Map.of("note", "a,\"b\"\n𠮷")));
    create("'" + prefix, "'=x", Map.of("specification", " two\r\nlines, \"quoted\" \t"));
    create("＝" + prefix, "full width", Map.of("status", "inactive", "lowStockThreshold", 7));
    Reply before = export("&charset=" + charset);
    assertThat(before.text(Charset.forName(name)))
        .contains(prefix + "1,'=SUM(A1:A9),''@x,")
        .contains("\r\n'-" + prefix + ",'+1,")
        .contains("\r\n'" + prefix + ",''=x,")
        .contains("\r\n'＝" + prefix + ",");
    forget();
    assertThat(export("").text()).isEqualTo(HEADER);
    Reply imported =
        CsvFiles.post(
            "admin", "/api/v1/products/import", "text/csv; charset=" + charset, before.bytes());
    assertThat(imported.text()).isEqualTo("{\"rows\":4,\"created\":4}");
    assertThat(export("&charset=" + charset).bytes()).isEqualTo(before.bytes());
  }

  @Test
  @DisplayName("has Chinese headers for who reads Chinese, and can be imported with them")
  void chinese() {
    create(prefix, "n", Map.of());
    Reply file = export("", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
    assertThat(file.text()).startsWith("\uFEFF产品编码,产品名称,规格,其他规格,单位,每单位件数,重量,状态,低库存阈值\r\n" + prefix);
    forget();
    assertThat(CsvFiles.post("admin", "/api/v1/products/import", file.text()).text())
        .isEqualTo("{\"rows\":1,\"created\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=1", "limit=5", "cursor=x", "include=inventory", "colour=red"})
  @DisplayName("has no pages, and refuses what it does not know")
  void unknown(String parameter) {
    assertThat(export("&" + parameter).json().getString("code")).isEqualTo("unknown_parameter");
  }

  @Test
  @DisplayName("in a charset that nobody writes is a problem, not a file")
  void charset() {
    Reply reply = export("&charset=big5");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("code")).isEqualTo("validation");
    assertThat(reply.json().getString("errors[0].parameter")).isEqualTo("charset");
  }
}
