package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reader of a command's output")
class ReaderTest {
  private static final int LIMIT_SECONDS = 60;

  /** Says a line, and ends with its reader only. */
  static final class Quiet {
    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch gone = new CountDownLatch(1);
      Reader.whenGone(gone::countDown);
      System.out.println("a line");
      gone.await();
    }
  }

  @Test
  @DisplayName("is missed as soon as it has left, without another line")
  void leaves() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Quiet.class.getName());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("a line");
      assertThat(process.isAlive()).isTrue();
      process.getInputStream().close();
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
