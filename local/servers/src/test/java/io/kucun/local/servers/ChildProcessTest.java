package io.kucun.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process that is known by pid, start and command")
class ChildProcessTest {
  @TempDir private Path directory;
  private ChildProcess child = new ChildProcess(-1, java.time.Instant.EPOCH, "");

  @BeforeEach
  void start() {
    Process process =
        Spawn.inOwnSession(List.of("sleep", "60"), Map.of(), directory, directory.resolve("log"));
    child = ChildProcess.of(process.toHandle(), "sleep");
  }

  @AfterEach
  void kill() {
    child.stop("KILL", Duration.ofSeconds(2));
  }

  @Test
  @DisplayName("is stopped by its signal")
  void stopped() {
    assertThat(child.isAlive()).isTrue();
    child.stop("TERM", Duration.ofSeconds(5));
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @DisplayName("survives a round trip through its file")
  void written() {
    Path file = directory.resolve("sleep.pid");
    child.write(file);
    assertThat(ChildProcess.read(file)).contains(child);
  }

  @Test
  @DisplayName("is not another one that has its pid by now")
  void reusedPid() {
    ChildProcess earlier =
        new ChildProcess(child.pid(), child.startedAt().minusSeconds(60), child.command());
    ChildProcess other = new ChildProcess(child.pid(), child.startedAt(), "redis-server");
    earlier.stop("KILL", Duration.ZERO);
    other.stop("KILL", Duration.ZERO);
    assertThat(earlier.isAlive()).isFalse();
    assertThat(other.isAlive()).isFalse();
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  @DisplayName("is nobody when its file is missing, cut short or of another kind")
  void damagedFile() throws IOException {
    assertThat(ChildProcess.read(directory.resolve("none"))).isEmpty();
    for (String content : List.of("", "12\n", "x\ny\nz\n", "12\nnow\nsleep\n")) {
      Path file = Files.writeString(directory.resolve("damaged"), content);
      assertThat(ChildProcess.read(file)).as(content).isEmpty();
    }
  }

  @Test
  @DisplayName("left by a JVM that is gone is reaped with its directory; others are left alone")
  void leftovers() throws IOException {
    Path gone = Files.createDirectory(directory.resolve("jvm-1-1000"));
    child.write(gone.resolve("sleep.pid"));
    Path own = Files.createDirectory(Leftovers.directoryOfThisJvm(directory));
    Path foreign = Files.createDirectory(directory.resolve("jvm-notes"));
    Leftovers.reap(directory);
    assertThat(child.isAlive()).isFalse();
    assertThat(gone).doesNotExist();
    assertThat(own).exists();
    assertThat(foreign).exists();
  }
}
