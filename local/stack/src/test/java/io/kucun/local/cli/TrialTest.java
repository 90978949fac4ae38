package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.client.Api;
import io.kucun.local.client.Tokens;
import io.kucun.local.stack.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The change that is offered to try")
class TrialTest {
  private static final Trial TRIAL = new Trial("p1");
  private static final String FRAME =
      """
      {"channel":"inventory","data":{"type":"inbound","productId":"p1","colorCode":"A01",\
      "productionDate":"2026-03-12","delta":5,"reason":"delivery"},"offset":30}\
      """;

  @TempDir Path directory;

  private String shown(String frame) throws IOException {
    Settings settings =
        Settings.of(directory, Map.of("KUCUN_STATE_DIR", directory.resolve("state").toString()));
    settings.directory().create();
    Files.writeString(settings.directory().exampleFrame(), frame);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
    Api api = new Api(settings.apiUrl(), new Tokens(settings.issuer(), Trial.USER));
    new Summary(settings, new Console(console, console), api).print(TRIAL);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("is shown with the frame that it produced")
  void frame() throws IOException {
    assertThat(shown(FRAME))
        .contains("-d '" + TRIAL.inbound() + "'")
        .contains("It produces a frame such as:\n  " + FRAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p1|p2",
        "A01|A02",
        "2026-03-12|2026-06-02",
        "\"delta\":5|\"delta\":480",
        "delivery|opening stock",
        "inbound|restocked",
        "\"offset\":30}|"
      })
  @DisplayName("is shown without the frame of another change, or a part of one")
  void otherFrame(String change) throws IOException {
    String[] words = change.split("\\|", 2);
    assertThat(FRAME).contains(words[0]);
    assertThat(shown(FRAME.replace(words[0], words[1])))
        .contains("-d '" + TRIAL.inbound() + "'")
        .doesNotContain("It produces");
  }
}
