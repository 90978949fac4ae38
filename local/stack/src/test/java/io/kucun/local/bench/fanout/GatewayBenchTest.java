package io.kucun.local.bench.fanout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.StackException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("The bench of the gateway")
class GatewayBenchTest {
  @ParameterizedTest
  @CsvSource({
    "--seconds, 0, 1, 10000",
    "--rounds, 10001, 1, 10000",
    "--warm-up, -1, 0, 10000",
    "--churn, 0, 1, 10000",
    "--churn, 10001, 1, 10000"
  })
  @DisplayName("refuses what is out of bounds, on a line that names the option and its bounds")
  void bounds(String name, int value, int least, int most) {
    GatewayBench bench = new GatewayBench();
    new CommandLine(bench).parseArgs(name + "=" + value);
    assertThatThrownBy(bench::call)
        .isInstanceOf(StackException.class)
        .hasMessage(name + " is a number from %d to %d, not %d", least, most, value);
  }
}
