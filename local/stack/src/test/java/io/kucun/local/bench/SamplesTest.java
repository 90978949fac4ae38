package io.kucun.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures of a bench")
class SamplesTest {
  private static Sample sample(double service) {
    return new Sample(service, 1, 100);
  }

  @Test
  @DisplayName("have the middle one as their median")
  void median() {
    assertThat(Spread.of(new double[] {9, 1, 2})).isEqualTo(new Spread(2, 1, 9));
    assertThat(Spread.of(new double[] {9, 1, 2, 4})).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  @DisplayName("are compared round by round")
  void ratios() {
    Samples samples = new Samples();
    for (double base : List.of(10.0, 20.0, 40.0)) {
      samples.add(Contestant.READ, sample(base / 10));
      samples.add(Contestant.NODE, sample(base));
    }
    assertThat(samples.ratio(Contestant.READ, Contestant.NODE))
        .isEqualTo(new Spread(0.1, 0.1, 0.1));
    assertThat(new Report(samples).lines()).hasSize(3).anyMatch(line -> line.contains("0.10 ("));
  }

  @Test
  @DisplayName("are shown without a ratio to whom was not measured")
  void alone() {
    Samples samples = new Samples();
    samples.add(Contestant.READ, sample(5));
    assertThat(new Report(samples).lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("5.0", "(5.0–5.0)");
  }
}
