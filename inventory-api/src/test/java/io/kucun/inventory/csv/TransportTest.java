package io.kucun.inventory.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.CsvFiles.Reply;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.SlowClient;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A file on its way")
class TransportTest {
  private static final String IMPORT = "/api/v1/products/import";

  @Inject Sql sql;
  @Inject Imports imports;
  @Inject Exports exports;

  private final String prefix = "W" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void quiet() {
    Eventually.holds(
        () -> assertThat(CsvFiles.get("viewer", "/api/v1/products").status()).isEqualTo(200));
    Eventually.holds(() -> assertThat(imports.inWork()).isZero());
    Eventually.holds(() -> assertThat(exports.inWork()).isZero());
  }

  private byte[] file(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> prefix + i + ",\"抛光砖, 第 " + i + " 种\"\r\n")
        .collect(Collectors.joining("", "code,name\r\n", ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private long created() {
    return sql.number("SELECT count(*) FROM product WHERE code LIKE $1 || '%'", prefix);
  }

  @Test
  @DisplayName("arrives whole in however many pieces a slow client sends it")
  void pieces() throws IOException {
    byte[] file = file(9);
    try (SlowClient client = SlowClient.upload("admin", IMPORT, file.length)) {
      for (int at = 0; at < file.length; at++) {
        client.send(file, at, at + 1);
      }
      assertThat(client.answer()).contains("201 Created").contains("{\"rows\":9,\"created\":9}");
    }
    assertThat(
            sql.number(
                "SELECT count(*) FROM product WHERE code LIKE $1 || '%'"
                    + " AND name = '抛光砖, 第 ' || substr(code, 10) || ' 种'",
                prefix))
        .isEqualTo(9);
  }

  @Test
  @DisplayName("is one of two at once; a third is told to come back, and then it may")
  void twoAtOnce() throws IOException {
    byte[] file = file(2);
    int most = file.length - 1;
    byte[] other = "code,name\n".getBytes(StandardCharsets.UTF_8);
    try (SlowClient one = SlowClient.upload("admin", IMPORT, file.length).send(file, 0, most);
        SlowClient two = SlowClient.upload("admin", IMPORT, other.length).send(other, 0, 3)) {
      Eventually.holds(() -> assertThat(imports.inWork()).isEqualTo(2));
      Reply third = CsvFiles.post("admin", IMPORT, "code,name\n");
      assertThat(third.status()).isEqualTo(503);
      assertThat(third.json().getString("code")).isEqualTo("unavailable");
      assertThat(third.header("Retry-After")).isNotEmpty();
      one.send(file, most, file.length);
      assertThat(one.answer()).contains("\"created\":2");
      assertThat(CsvFiles.post("admin", IMPORT, "code,name\n").status()).isEqualTo(200);
      two.send(other, 3, other.length);
      assertThat(two.answer()).contains("\"rows\":0");
    }
    assertThat(created()).isEqualTo(2);
  }

  @Test
  @DisplayName("leaves nothing when its client hangs up, and makes room for another")
  void hangUp() {
    byte[] file = file(1_000);
    for (int cut : List.of(5, file.length / 2, file.length - 1)) {
      SlowClient client = SlowClient.upload("admin", IMPORT, file.length).send(file, 0, cut);
      Eventually.holds(() -> assertThat(imports.inWork()).isOne());
      client.hangUp();
      Eventually.holds(() -> assertThat(imports.inWork()).isZero());
    }
    assertThat(created()).isZero();
    Reply again = CsvFiles.post("admin", IMPORT, CsvFiles.UTF_8, file);
    assertThat(again.status()).isEqualTo(201);
  }

  @Test
  @DisplayName("is given up when its client falls silent")
  void silent() throws IOException {
    try (SlowClient client = SlowClient.upload("admin", IMPORT, 1_000).send(file(3))) {
      assertThat(client.answer()).contains("408 Request Timeout").contains("request_timeout");
    }
    assertThat(created()).isZero();
  }

  @Test
  @DisplayName("with more than 50,000 rows is refused, announced or not, and so is a longer one")
  void tooMany() {
    String rows = (prefix + ",n\n").repeat(50_001);
    Reply reply = CsvFiles.post("admin", IMPORT, "code,name\n" + rows);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().getString("code")).isEqualTo("payload_too_large");
    assertThat(reply.json().getString("detail")).contains("50000");
    Reply longer = CsvFiles.post("admin", IMPORT, CsvFiles.UTF_8, new byte[33 * 1024 * 1024]);
    assertThat(longer.status()).isEqualTo(413);
    assertThat(created()).isZero();
  }

  @Test
  @DisplayName("out is one of eight; its place is free again when its client hangs up")
  void downloads() throws IOException {
    String specifications = "\"{\"\"a\"\":\"\"" + "x".repeat(15_000) + "\"\"}\"";
    String rows =
        IntStream.range(0, 1_200)
            .mapToObj(i -> prefix + i + ",n," + specifications)
            .collect(Collectors.joining("\n", "code,name,specifications\n", ""));
    assertThat(CsvFiles.post("admin", IMPORT, rows).status()).isEqualTo(201);
    String export = "/api/v1/products/export?search=" + prefix;
    List<SlowClient> clients = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clients.add(SlowClient.download("viewer", export));
    }
    Eventually.holds(() -> assertThat(exports.inWork()).isEqualTo(8));
    assertThat(clients.getFirst().read(12)).isEqualTo("HTTP/1.1 200");
    Reply ninth = CsvFiles.get("viewer", export);
    assertThat(ninth.status()).isEqualTo(503);
    assertThat(ninth.json().getString("code")).isEqualTo("unavailable");
    assertThat(exports.inWork()).isEqualTo(8);
    clients.forEach(SlowClient::hangUp);
    Eventually.holds(() -> assertThat(exports.inWork()).isZero());
    assertThat(CsvFiles.get("viewer", export).text().lines()).hasSize(1 + 1_200);
  }
}
