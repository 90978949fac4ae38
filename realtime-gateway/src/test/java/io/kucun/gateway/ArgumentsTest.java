package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The arguments of the gateway")
class ArgumentsTest {
  @Test
  @DisplayName("are none, or check")
  void known() {
    assertThat(Arguments.faults()).isEmpty();
    assertThat(Arguments.faults("check")).isEmpty();
  }

  @Test
  @DisplayName("are told when they are others, but for what may be a secret")
  void others() {
    assertThat(Arguments.faults("chek", "check", "DATABASE_PASSWORD=a=b"))
        .satisfiesExactly(
            line ->
                assertThat(line).startsWith("There is no argument 'chek': ").contains("'check'"),
            line -> assertThat(line).startsWith("There is no argument 'DATABASE_PASSWORD=...': "));
  }
}
