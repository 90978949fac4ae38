package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Latencies")
class LatenciesTest {
  private static final long MICRO = 1_000;

  @Test
  @DisplayName("say what a share of them does not exceed")
  void shares() {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= 100; i++) {
      latencies.add(i * MICRO);
    }
    assertThat(latencies.millis(0.5)).isEqualTo(0.050);
    assertThat(latencies.millis(0.99)).isEqualTo(0.099);
    assertThat(latencies.millis(1)).isEqualTo(0.1);
    assertThat(latencies.most()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 255, 256, 257, 1_000, 65_535, 1_000_000, 2_000_000_000})
  @DisplayName("are exact when they are short, and to one part in 128 when they are long")
  void precision(long micros) {
    Latencies latencies = new Latencies();
    latencies.add(micros * MICRO);
    latencies.add(Long.MAX_VALUE);
    double shown = latencies.millis(0.5);
    if (micros < 256) {
      assertThat(shown).isEqualTo(micros / 1e3);
    } else {
      assertThat(shown)
          .isGreaterThanOrEqualTo(micros / 1e3)
          .isCloseTo(micros / 1e3, Percentage.withPercentage(0.8));
    }
  }

  @Test
  @DisplayName("take what a clock got wrong for none, and none for 0")
  void bounds() {
    Latencies latencies = new Latencies();
    assertThat(latencies.millis(0.5)).isZero();
    latencies.add(-5);
    assertThat(latencies.millis(1)).isCloseTo(0, within(0.0));
  }
}
