package io.kucun.inventory.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What to do about PostgreSQL")
class RemedyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "28P01,DATABASE_PASSWORD",
    "28000,DATABASE_USER",
    "3D000,create that database",
    "42501,own the tables",
    "25006,primary",
    "53300,max_connections",
    "57P03,whether PostgreSQL runs there"
  })
  @DisplayName("depends on what it says, whoever has heard it")
  void byState(String state, String remedy) {
    PgException reactive = new PgException("no", "FATAL", state, "");
    assertThat(Remedy.ofDatabase(reactive)).contains(remedy);
    RuntimeException blocking = new RuntimeException("vague", new SQLException("no", state));
    assertThat(Remedy.telling(blocking)).hasMessage("no");
    assertThat(Remedy.ofDatabase(Remedy.telling(blocking))).contains(remedy);
  }

  @Test
  @DisplayName("is to look for it, where it says nothing")
  void silent() {
    RuntimeException failure = new RuntimeException("Connection refused");
    assertThat(Remedy.telling(failure)).isSameAs(failure);
    assertThat(Remedy.ofDatabase(failure)).startsWith("check DATABASE_URL");
  }
}
