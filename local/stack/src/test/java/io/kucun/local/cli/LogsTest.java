package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.Part;
import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command logs")
class LogsTest {
  @TempDir private Path root;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private Settings settings = Settings.of(Path.of("."), Map.of());

  @BeforeEach
  void create() throws IOException {
    settings = Settings.of(root, Map.of());
    settings.directory().create();
    Files.writeString(settings.directory().log(Part.REDIS), "one\ntwo\nthree\n");
  }

  private Logs logs() {
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return new Logs(settings, new Console(out, out));
  }

  @Test
  @DisplayName("shows as many lines as are asked for")
  void lines() {
    assertThat(logs().run("redis", false, 2)).isZero();
    assertThat(shown).hasToString("two\nthree\n");
  }

  @Test
  @DisplayName("names each part when all are shown")
  void all() {
    assertThat(logs().run("", false, 1)).isZero();
    assertThat(shown).asString().contains("== redis\nthree\n== keycloak\n");
  }

  @Test
  @DisplayName("says when there are none yet")
  void none() {
    assertThat(logs().run("keycloak", false, 2)).isZero();
    assertThat(shown).hasToString("Nothing was logged yet in " + root.resolve(".kucun") + "\n");
  }

  @Test
  @DisplayName("refuses less than none, in one line")
  void negative() {
    assertThatThrownBy(() -> logs().run("redis", false, -5))
        .isInstanceOf(StackException.class)
        .hasMessage("--lines is a number from 0 to 1000000, not -5");
  }
}
