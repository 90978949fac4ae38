package io.kucun.local.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A packaged service with an argument that it does not know")
class UnknownArgumentTest {
  private static final int LIMIT_SECONDS = 60;

  @ParameterizedTest
  @ValueSource(strings = {"inventory-api", "realtime-gateway"})
  @DisplayName("ends with exit code 1 and says nothing but so")
  void refused(String module) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = module + "/target/quarkus-app/quarkus-run.jar";
    Process process =
        new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-jar", jar, "chek")
            .directory(Path.of(System.getProperty("kucun.root", "../..")).toFile())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("There is no argument 'chek': ")
          .hasLineCount(1);
      assertThat(process.exitValue()).isEqualTo(1);
    } finally {
      process.destroyForcibly();
    }
  }
}
