package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the database gives up on")
class GivenUpTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "55P03, BUSY",
    "40P01, BUSY",
    "40001, BUSY",
    "57014, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "25P03, UNAVAILABLE",
    "08006, UNAVAILABLE"
  })
  @DisplayName("is told so, wherever in the chain of causes it stands")
  void known(String state, ProblemCode code) {
    Throwable failure = new CompletionException(new SQLException("internal words", state));
    assertThat(GivenUp.refusal(failure)).isNotNull().returns(code, Refusal::code);
  }

  @Test
  @DisplayName("is not what is a fault of ours")
  void others() {
    assertThat(GivenUp.refusal(new SQLException("syntax error", "42601"))).isNull();
    assertThat(GivenUp.refusal(new IllegalStateException())).isNull();
  }
}
