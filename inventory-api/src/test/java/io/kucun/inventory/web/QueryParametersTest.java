package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.testing.Parameters;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A number in a query")
class QueryParametersTest {
  private static long number(String text) {
    return Parameters.of("n=" + text, Set.of("n")).number("n", -10, 10).orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"5", "05", "-5", "0", "-10", "10"})
  @DisplayName("is of ASCII digits, perhaps behind a minus sign")
  void taken(String text) {
    assertThat(number(text)).isEqualTo(Long.parseLong(text));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"+5", "\u0665", "\uff15", "-\u0967", "--5", "-", " 5", "5 ", "5.0", "1e0", "0x5"})
  @DisplayName("is refused in any other form")
  void form(String text) {
    assertThatThrownBy(() -> number(text)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-11", "11", "99999999999999999999"})
  @DisplayName("is refused out of its range")
  void range(String text) {
    assertThatThrownBy(() -> number(text)).isInstanceOf(ProblemException.class);
  }
}
