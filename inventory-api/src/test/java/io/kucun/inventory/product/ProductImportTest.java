package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.CsvFiles.Reply;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A file of products")
class ProductImportTest {
  private static final String IMPORT = "/api/v1/products/import";

  @Inject Sql sql;

  private final String prefix = "F" + UUID.randomUUID().toString().substring(0, 8);

  private static Reply post(String text) {
    return CsvFiles.post("admin", IMPORT, text);
  }

  /** Products that are there with everything that belongs to them. */
  private long created() {
    return sql.number(
        "SELECT count(*) FROM product p JOIN product_stock s ON s.product_id = p.id"
            + " JOIN event e ON e.key = p.id::text AND e.channel = 'products'"
            + " WHERE p.code LIKE $1 || '%'",
        prefix);
  }

  private void assertNothing() {
    assertThat(sql.number("SELECT count(*) FROM product WHERE code LIKE $1 || '%'", prefix))
        .isZero();
    assertThat(sql.number("SELECT count(*) FROM event WHERE data LIKE '%' || $1 || '%'", prefix))
        .isZero();
  }

  @Test
  @DisplayName("creates each, with the defaults of a body, and one event each")
  void creates() {
    Reply reply =
        post(
            """
            code,name,specification,specifications,unit,piecesPerUnit,weight,status,lowStockThreshold
            %1$sa,抛光砖,800x800,"{""surface"":""polished"",""mm"":1.10}",sheet,4,12.5,inactive,10
            %1$sb,"仿古砖, ""matt"" ",,,,,,,
            """
                .formatted(prefix));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text()).isEqualTo("{\"rows\":2,\"created\":2}");
    assertThat(created()).isEqualTo(2);
    Response list = As.viewer().get("/api/v1/products?sortBy=code&sortOrder=asc&search=" + prefix);
    assertThat(list.<List<String>>path("data.name")).containsExactly("抛光砖", "仿古砖, \"matt\" ");
    assertThat(list.asString())
        .contains("\"specifications\":{\"surface\":\"polished\",\"mm\":1.10}")
        .contains("\"unit\":\"sheet\",\"piecesPerUnit\":4,\"weight\":12.5,\"status\":\"inactive\"")
        .contains("\"unit\":\"piece\",\"piecesPerUnit\":1,\"weight\":null,\"status\":\"active\"");
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv,                   UTF-8,   ''",
    "text/csv; charset=UTF-8,    UTF-8,   \uFEFF",
    "text/csv; charset=gb18030,  GB18030, ''",
    "text/csv;charset=GBK,       GBK,     ''"
  })
  @DisplayName("may have Chinese headers in any order, and comes in the charset that it says")
  void charsets(String type, String charset, String mark) {
    String text = mark + "产品名称,产品编码\r\n抛光砖," + prefix + "\r\n";
    Reply reply = CsvFiles.post("admin", IMPORT, type, text.getBytes(Charset.forName(charset)));
    assertThat(reply.text()).isEqualTo("{\"rows\":1,\"created\":1}");
    assertThat(As.admin().get("/api/v1/products?search=" + prefix).<String>path("data[0].name"))
        .isEqualTo("抛光砖");
  }

  @Test
  @DisplayName(
      "in another charset than it says is refused at the byte and the line, and never guessed")
  void malformed() {
    byte[] gbk = ("code,name\n" + prefix + ",抛光砖\n").getBytes(Charset.forName("GBK"));
    JsonPath problem = CsvFiles.post("admin", IMPORT, CsvFiles.UTF_8, gbk).json();
    assertThat(problem.getString("code")).isEqualTo("csv_charset");
    assertThat(problem.getInt("errors[0].line")).isEqualTo(2);
    assertThat(problem.getString("detail")).isEqualTo("Byte 21, in line 2, is not utf-8.");
    Reply unknown = CsvFiles.post("admin", IMPORT, "text/csv; charset=big5", gbk);
    assertThat(unknown.status()).isEqualTo(415);
    assertThat(unknown.json().getString("code")).isEqualTo("unsupported_media_type");
    assertThat(unknown.json().getString("detail")).contains("big5", "utf-8, gb18030");
    assertNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data", "x"})
  @DisplayName("of another media type is 415")
  void mediaTypes(String type) {
    byte[] body = ("code,name\n" + prefix + ",n\n").getBytes(StandardCharsets.UTF_8);
    Reply reply = CsvFiles.post("admin", IMPORT, type, body);
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.json().getString("code")).isEqualTo("unsupported_media_type");
    assertNothing();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ",n,,,,,|code not_null",
        "@,,,,,,|name not_null",
        "@,^,,,,,|name not_blank",
        "^@,n,,,,,|code printable",
        "@,n,\"{\"\"a\"\":1\",,,,|specifications wrong_type",
        "@,n,[],,,,|specifications wrong_type",
        "@,n,,box,,,|unit pattern",
        "@,n,,,0,,|piecesPerUnit min",
        "@,n,,,1.5,,|piecesPerUnit wrong_type",
        "@,n,,,99999999999,,|piecesPerUnit max",
        "@,n,,,,-1,|weight positive_or_zero",
        "@,n,,,,1.23456,|weight digits",
        "@,n,,,,1e3,|weight wrong_type",
        "@,n,,,,,-1|lowStockThreshold positive_or_zero",
        "@,n,,,,,1000000000000000000000|lowStockThreshold wrong_type",
        "@,n,,|null width",
        "@,a\"b,,,,,|null stray_quote",
      })
  @DisplayName("has a row that is refused, as a body would be, by its line and column")
  void badRow(String row, String flaw) {
    String cells = row.replace("@", prefix + "1").replace('^', ' ');
    String text =
        "code,name,specifications,unit,piecesPerUnit,weight,lowStockThreshold\n"
            + prefix
            + ",n,,,,,\n\""
            + prefix
            + "2\",\"n\nn\",,,,,\n"
            + cells
            + "\n";
    assertThat(post(text).faults()).containsExactly("5 " + flaw);
    assertNothing();
  }

  @Test
  @DisplayName("is refused as a whole with every faulty line and everything wrong with it")
  void everyLine() {
    Given.product(prefix + "T", 0);
    String archived = Given.product(prefix + "A", 0);
    As.admin().delete("/api/v1/products/" + archived).then().statusCode(204);
    String big = "\"{\"\"a\"\":\"\"" + "x".repeat(20_000) + "\"\"}\"";
    String text =
        """
        code,name,weight,unit,specifications
        %1$s1,n,x,box,
        %1$s2,n,,,
        %1$sT,n,,,
        %1$sa,,,,
        %1$s2,n,,,
        %1$s3,n,,,%2$s
        %1$st,n,,,
        """
            .formatted(prefix, big);
    assertThat(post(text).faults())
        .containsExactly(
            "2 weight wrong_type",
            "2 unit pattern",
            "4 code duplicate_code",
            "5 name not_null",
            "5 code duplicate_code",
            "6 code duplicate_code",
            "7 specifications too_large",
            "8 code duplicate_code");
    assertThat(created()).isEqualTo(3);
    assertThat(sql.number("SELECT count(*) FROM product WHERE code LIKE $1 || '%'", prefix))
        .isEqualTo(2);
  }

  @Test
  @DisplayName("with one bad row in the middle creates none of the others, and leaves no event")
  void allOrNothing() {
    String rows =
        IntStream.range(0, 1_201)
            .mapToObj(i -> prefix + i + (i == 700 ? "," : ",n"))
            .collect(Collectors.joining("\n"));
    assertThat(post("code,name\n" + rows).faults()).containsExactly("702 name not_null");
    assertNothing();
  }

  @ParameterizedTest
  @CsvSource({
    "'',no_header",
    "'\n\n',no_header",
    "'code,name,colour\n',unknown_column",
    "'code\n',missing_column",
    "'code,name,产品编码\n',repeated_column"
  })
  @DisplayName("without a usable header is refused")
  void headers(String text, String code) {
    assertThat(post(text).json().getString("errors[0].code")).isEqualTo(code);
  }

  @Test
  @DisplayName("without rows does nothing")
  void empty() {
    Reply reply = post("code,name\n");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"rows\":0,\"created\":0}");
  }
}
