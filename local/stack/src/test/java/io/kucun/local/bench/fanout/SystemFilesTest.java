package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.StackException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the bench reads")
class SystemFilesTest {
  @Test
  @DisplayName("from /proc: resident memory")
  void resident() {
    assertThat(Resident.megabytes(List.of("VmHWM:\t 9 kB", "VmRSS:\t  2048 kB", "Threads:\t4")))
        .isEqualTo(2);
    assertThat(Resident.megabytes(ProcessHandle.current().pid())).isPositive();
  }

  @Test
  @DisplayName("from /proc: how many files may be open")
  void files() {
    assertThat(
            OpenFiles.limit(
                List.of(
                    "Limit          Soft Limit  Hard Limit  Units",
                    "Max open files            1024                 4096                 files")))
        .isEqualTo(1024);
    assertThat(OpenFiles.limit(List.of("Max open files   unlimited  unlimited  files")))
        .isEqualTo(Long.MAX_VALUE);
    assertThatCode(() -> OpenFiles.require(1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> OpenFiles.require(2_000_000_000))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("ulimit -n 2000000500");
  }

  @Test
  @DisplayName("from metrics: a sum over labels")
  void metrics() {
    String text = "# HELP a b\na{x=\"1\"} 2.5\na{x=\"2\"} 1.0E1\nab 7\n";
    assertThat(Metrics.sum(text, "a")).isEqualTo(12.5);
    assertThat(Metrics.sum(text, "ab")).isEqualTo(7);
    assertThat(Metrics.sum(text, "a", "x=\"1\"")).isEqualTo(2.5);
    assertThat(Metrics.sum(text, "c")).isZero();
  }

  @Test
  @DisplayName("from the command line: names, or all")
  void words() {
    EnumSet<Scenario> all = EnumSet.allOf(Scenario.class);
    assertThat(Words.chosen(Scenario.class, "--loads", List.of(), all)).isEqualTo(all);
    assertThat(Words.chosen(Scenario.class, "--loads", List.of("bursts", "idle"), all))
        .containsExactly(Scenario.IDLE, Scenario.BURSTS);
    assertThatThrownBy(() -> Words.chosen(Scenario.class, "--loads", List.of("many"), all))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("--loads knows no 'many', only idle, single");
  }
}
