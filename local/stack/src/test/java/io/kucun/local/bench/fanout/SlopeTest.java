package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A slope")
class SlopeTest {
  @Test
  @DisplayName("is that of a line")
  void line() {
    assertThat(Slope.of(List.of(1.0, 3.0, 5.0, 7.0))).isEqualTo(2);
    assertThat(Slope.of(List.of(5.0, 5.0, 5.0))).isZero();
  }

  @Test
  @DisplayName("is not moved by one wild point")
  void robust() {
    assertThat(Slope.of(List.of(10.0, 10.0, 90.0, 10.0, 10.0, 10.0))).isZero();
  }

  @Test
  @DisplayName("of fewer than two points is none")
  void tooShort() {
    assertThat(Slope.of(List.of())).isZero();
    assertThat(Slope.of(List.of(3.0))).isZero();
  }
}
