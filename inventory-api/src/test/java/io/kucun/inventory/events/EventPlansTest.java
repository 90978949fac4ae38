package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked several times a second must not grow with what has been kept. */
@DisplayName("The relay's statements")
class EventPlansTest extends OnOneLog {
  private static final String SCAN = "Seq Scan on event( |$)";

  private static final Map<String, String> STATEMENTS =
      Map.of(
          "assign", EventStore.ASSIGN.replace("$1", "'h'").replace("$2", "1").replace("$3", "500"),
          "pending", EventStore.PENDING.replace("$1", "500").replace("$2", "'{}'"),
          "channels", EventStore.CHANNELS,
          "range",
              EventStore.RANGE
                  .replace("$1", "'orders'")
                  .replace("$2", "100")
                  .replace("$3", "9000")
                  .replace("$4", "250"),
          "delete",
              Retention.DELETE
                  .replace("$1", "'orders'")
                  .replace("$2", "100")
                  .replace("$3", "100")
                  .replace("$4", "1"),
          "backlog", Backlog.COUNT);

  @BeforeEach
  void manyEvents() {
    commit("orders", 40_000);
    database.run("UPDATE event SET data = '{\"n\":\"' || repeat('x', 500) || '\"}'");
    database.run("UPDATE event SET log_offset = id WHERE id <= 39000");
    database.run(
        "UPDATE event_channel SET last_offset = 39000, published_offset = 38500"
            + " WHERE channel = 'orders'");
  }

  private static String plan(String sql) {
    return StreamSupport.stream(database.run("EXPLAIN " + sql).spliterator(), false)
        .map(row -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest(name = "{0}, analyzed: {1}")
  @CsvSource({
    "assign, true",
    "pending, false",
    "pending, true",
    "channels, false",
    "channels, true",
    "range, false",
    "range, true",
    "delete, true",
    "backlog, false",
    "backlog, true"
  })
  @DisplayName("never read the whole table")
  void indexed(String statement, boolean analyzed) {
    if (analyzed) {
      database.run("ANALYZE event");
    }
    assertThat(plan(Objects.requireNonNull(STATEMENTS.get(statement)))).doesNotContainPattern(SCAN);
  }

  @ParameterizedTest
  @ValueSource(strings = "SELECT count(*) FROM event e WHERE e.key = 'k'")
  @DisplayName("would be found out if they did")
  void control(String sql) {
    assertThat(plan(sql)).containsPattern(SCAN);
  }
}
