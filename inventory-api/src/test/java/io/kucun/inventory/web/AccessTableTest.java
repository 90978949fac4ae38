package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.ApiDocument;
import io.kucun.inventory.web.AccessTable.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The table of rights in docs/access.md")
class AccessTableTest {

  static List<Row> rows() throws IOException {
    return AccessTable.rows(Files.readString(Path.of("..", "docs", "access.md")));
  }

  @Test
  @DisplayName("has a row for every endpoint, and no other")
  void complete() throws IOException {
    ApiDocument document = ApiDocument.served();
    assertThat(AccessTable.strangers(rows(), document)).isEmpty();
    List<Row> fewer = rows().subList(1, rows().size());
    assertThat(AccessTable.strangers(fewer, document)).containsExactly(rows().getFirst().name());
    Row unknown = Row.parse("| `GET /api/v1/nothing` | yes | yes | yes | yes | 401 |");
    assertThat(AccessTable.strangers(List.of(unknown), document)).contains(unknown.name());
  }

  @ParameterizedTest
  @MethodSource("rows")
  @DisplayName("holds in every cell")
  void holds(Row row) {
    assertThat(AccessTable.wrong(row)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| `GET /api/v1/products` | yes | yes | yes | no | 401 |",
        "| `POST /api/v1/products` | yes | yes | no | no | 401 |",
        "| `GET /api/v1/orders` | yes | own | own | no | 401 |",
        "| `GET /api/v1/orders/{id}` | yes | yes | yes | no | 401 |",
        "| `GET /api/v1/orders/{id}` | yes | yes | no | no | 401 |",
        "| `GET /api/v1/orders/{id}` | own | yes | own | no | 401 |",
        "| `POST /api/v1/orders/{id}/ship` | yes | yes | own | no | 401 |",
        "| `GET /api/v1/events?channel=products` | yes | yes | own | yes | 401 |",
        "| `GET /api/v1/events?channel=orders` | yes | yes | own | yes | 401 |",
        "| `GET /api/v1/events?channel=orders` | yes | own | own | no | 401 |",
        "| `GET /api/v1/inventory` | yes | yes | yes | yes | open |",
        "| `GET /config.json` | yes | yes | yes | yes | 401 |",
        "| `GET /config.json` | yes | yes | yes | maybe | open |"
      })
  @DisplayName("would be found wrong in any one cell")
  void flipped(String line) {
    assertThat(AccessTable.wrong(Row.parse(line))).isNotEmpty();
  }
}
