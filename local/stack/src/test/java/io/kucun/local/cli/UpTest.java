package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A start")
class UpTest {

  @Test
  @DisplayName("that is refused has deleted nothing, though it was to be a fresh one")
  void refused(@TempDir Path directory) throws IOException {
    Settings settings = Settings.of(directory, Map.of("KUCUN_STATE_DIR", directory.toString()));
    settings.directory().create();
    Path table = Files.createFile(settings.directory().data().resolve("table"));
    Up up = new Up(settings, new Console(System.out, System.err));
    assertThatThrownBy(() -> up.run(true))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("./kucun build");
    assertThat(table).exists();
  }
}
