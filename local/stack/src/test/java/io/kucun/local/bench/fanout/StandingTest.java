package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.bench.Spread;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The standing of a load")
class StandingTest {
  private static final Load SINGLE = new Load(10, 1, 1);
  private static final Load BURSTS = new Load(10, 1, 20);

  private static Figures figures(double cpu, double p99, long lost) {
    return new Figures(cpu, 1, p99, 9, lost, 1, 0, 100);
  }

  private static Standing standing(double cpu, double p99, long lost) {
    Standing standing = new Standing();
    for (double scale : List.of(1.0, 2.0, 4.0)) {
      standing.add(Competitor.SHIPPED, figures(cpu * scale, p99, lost));
      standing.add(Competitor.NODE, figures(10 * scale, 40, 0));
      standing.add(Competitor.FLOOR, figures(5 * scale, 30, 0));
    }
    return standing;
  }

  private static List<String> missed(Standing standing, Load load) {
    return Goal.of(standing, load).stream()
        .filter(goal -> !goal.isMet())
        .map(Goal::toString)
        .toList();
  }

  @Test
  @DisplayName("compares round by round")
  void ratios() {
    Standing standing = standing(6, 20, 0);
    assertThat(standing.ratio(Competitor.SHIPPED, Competitor.NODE, Figures::cpu))
        .isEqualTo(new Spread(0.6, 0.6, 0.6));
    assertThat(standing.lines()).hasSize(4).anyMatch(line -> line.contains("0.60 (0.60–0.60)"));
    assertThat(standing.last()).contains("shipped 24.00 µs", "floor 20.00 µs");
  }

  @Test
  @DisplayName("meets all goals of single messages, or names those it misses")
  void single() {
    assertThat(missed(standing(6, 20, 0), SINGLE)).isEmpty();
    assertThat(missed(standing(7, 20, 0), SINGLE)).singleElement().asString().contains("floor");
    assertThat(missed(standing(8, 20, 0), SINGLE)).hasSize(2);
    assertThat(missed(standing(6, 41, 0), SINGLE)).singleElement().asString().contains("p99");
    assertThat(missed(standing(6, 20, 1), SINGLE)).singleElement().asString().contains("lost");
  }

  @Test
  @DisplayName("is held to more in bursts, but not to the floor")
  void bursts() {
    assertThat(missed(standing(1, 10, 0), BURSTS)).isEmpty();
    assertThat(missed(standing(1.1, 10, 0), BURSTS)).singleElement().asString().contains("Node");
    assertThat(missed(standing(1, 11, 0), BURSTS)).singleElement().asString().contains("p99");
  }

  @Test
  @DisplayName("has no goal without somebody to compare with, except that nothing is lost")
  void alone() {
    Standing standing = new Standing();
    standing.add(Competitor.SHIPPED, figures(1, 1, 0));
    assertThat(Goal.of(standing, SINGLE)).hasSize(1);
    assertThat(Goal.of(new Standing(), SINGLE)).isEmpty();
  }
}
