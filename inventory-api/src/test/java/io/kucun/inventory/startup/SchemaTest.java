package io.kucun.inventory.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The schema")
class SchemaTest {
  private static final String FIRST = "CREATE TABLE something (id integer)";
  private static final String LATER =
      "INSERT INTO flyway_schema_history SELECT 99, '99', 'x', type, 'V99__x.sql', 1, installed_by,"
          + " now(), 1, true FROM flyway_schema_history WHERE version = '1'";
  private static final String CHANGED =
      "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '3'";
  private static final String FAILED =
      "UPDATE flyway_schema_history SET success = false WHERE version = '2'";

  private final Config config = ConfigProvider.getConfig();
  private final String url = config.getValue("DATABASE_URL", String.class);
  private final String user = config.getValue("DATABASE_USER", String.class);
  private final String password = config.getValue("DATABASE_PASSWORD", String.class);

  @Inject Flyway ours;

  private String fresh(TestInfo test, int number) throws SQLException {
    String name =
        "schema_" + test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT) + number;
    execute("jdbc:" + url, "CREATE DATABASE " + name);
    return "jdbc:" + url.substring(0, url.lastIndexOf('/') + 1) + name;
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Schema at(String database) {
    return new Schema(
        Flyway.configure(ours.getConfiguration().getClassLoader())
            .configuration(ours.getConfiguration())
            .dataSource(database, user, password)
            .load());
  }

  @Test
  @DisplayName("is made, and is the same afterwards")
  void made(TestInfo test) throws SQLException {
    Schema schema = at(fresh(test, 0));
    String version = schema.migrate();
    assertThat(version).matches("[0-9]+");
    assertThat(schema.migrate()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'a schema at version 99, newer than'",
    "2, '(Migration checksum mismatch for migration version 3)'",
    "3, '(Detected failed migration to version 2'",
    "4, 'tables of another program'"
  })
  @DisplayName("of another release or program is refused with a line that says so")
  void refused(int number, String line, TestInfo test) throws SQLException {
    String database = fresh(test, number);
    if (number == 4) {
      execute(database, FIRST);
    } else {
      at(database).migrate();
      execute(database, number == 1 ? LATER : number == 2 ? CHANGED : FAILED);
    }
    assertThatThrownBy(() -> at(database).migrate())
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("DATABASE_URL leads to ")
        .hasMessageContaining(line)
        .hasMessageContaining(": ")
        .hasMessageNotContaining("\n");
  }
}
