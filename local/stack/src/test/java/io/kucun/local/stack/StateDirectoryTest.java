package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The state directory")
class StateDirectoryTest {
  @Test
  @DisplayName("is named with its variable when it cannot be created")
  void impossible(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(new StateDirectory(file)::create)
        .isInstanceOf(StackException.class)
        .hasMessage(
            "The state directory %s cannot be created (Not a directory): set KUCUN_STATE_DIR to one"
                + " that can",
            file);
  }
}
