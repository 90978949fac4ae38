package io.kucun.local.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.StackException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("The bench of events")
class EventBenchTest {
  @ParameterizedTest
  @CsvSource({
    "--rate, 0, 1, 10000",
    "--rate, 10001, 1, 10000",
    "--seconds, 0, 1, 600",
    "--rounds, 101, 1, 100",
    "--warm-up, -1, 0, 600",
    "--rows, 50001, 1, 50000"
  })
  @DisplayName("refuses what is out of bounds, on a line that names the option and its bounds")
  void bounds(String name, int value, int least, int most) {
    EventBench bench = new EventBench();
    new CommandLine(bench).parseArgs(name + "=" + value);
    assertThatThrownBy(bench::call)
        .isInstanceOf(StackException.class)
        .hasMessage(name + " is a number from %d to %d, not %d", least, most, value);
  }
}
