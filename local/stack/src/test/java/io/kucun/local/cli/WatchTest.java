package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command watch")
class WatchTest {
  private final Watch watch =
      new Watch(Settings.of(Path.of("."), Map.of()), new Console(System.out, System.err));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inventory:nonsense",
        "products:",
        "orders:17",
        "inventory:0194F5A0-0000-7000-8000-000000000000",
        "inventory:0194f5a0-0000-7000-8000-000000000000x"
      })
  @DisplayName("refuses an entity that there cannot be, in one line, before it asks anybody")
  void nonsense(String channel) {
    assertThatThrownBy(() -> watch.run(List.of("products", channel), "admin"))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith(channel + ": a")
        .hasMessageEndingWith(" id is a UUID in lower case");
  }
}
