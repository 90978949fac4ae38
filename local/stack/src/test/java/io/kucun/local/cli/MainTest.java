package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A command line")
class MainTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "token admin x, token, 'x'",
    "token, token, USER",
    "down --now, down, '--now'",
    "logs -n many, logs, 'many'",
    "bench gateway --rounds, bench gateway, --rounds"
  })
  @DisplayName("that cannot be understood is refused in one line, with the command that says more")
  void misused(String line, String command, String named) {
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    assertThat(Main.run(new Console(out, out), line.split(" ", -1))).isEqualTo(1);
    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("kucun: ")
        .contains(named)
        .endsWith(" (./kucun " + command + " --help says more)");
  }
}
