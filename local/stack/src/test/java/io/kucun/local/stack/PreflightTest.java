package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Before a start")
class PreflightTest {
  @Test
  @DisplayName("a busy port is named with the variable that moves it")
  void busyPort() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String there = Integer.toString(busy.getLocalPort());
      assertThat(Preflight.portFault(Ports.GATEWAY, busy.getLocalPort()).orElseThrow())
          .contains("Port " + there, "KUCUN_WS_PORT");
    }
    assertThat(Preflight.portFault(Ports.GATEWAY, io.kucun.local.servers.Ports.free())).isEmpty();
  }

  @Test
  @DisplayName("too small a disk is named with what is needed")
  void fullDisk(@TempDir Path directory) {
    assertThatThrownBy(() -> Preflight.requireSpace(directory, Long.MAX_VALUE))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("make room");
  }

  @Test
  @DisplayName("a fresh start needs the room of a first one, less what it deletes")
  void room(@TempDir Path directory) throws IOException {
    Settings settings = Settings.of(directory, Map.of("KUCUN_STATE_DIR", directory.toString()));
    Preflight preflight = new Preflight(settings);
    assertThat(preflight.neededMegabytes(false)).isEqualTo(1000);
    assertThat(preflight.neededMegabytes(true)).isEqualTo(1000);
    Path tables = settings.directory().data().resolve("postgres/base");
    Files.createDirectories(tables);
    Files.write(tables.resolve("1"), new byte[3 << 20]);
    assertThat(preflight.neededMegabytes(false)).isEqualTo(200);
    assertThat(preflight.neededMegabytes(true)).isEqualTo(997);
  }

  @Test
  @DisplayName("a missing build is named with the command that makes it")
  void notBuilt(@TempDir Path directory) {
    Settings settings = Settings.of(directory, Map.of());
    settings.directory().create();
    assertThatThrownBy(() -> new Preflight(settings).check(false))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("./kucun build");
  }

  @Test
  @DisplayName("a second launcher is refused with the pid of the first")
  void secondLauncher(@TempDir Path path) {
    StateDirectory directory = new StateDirectory(path);
    directory.create();
    try (LauncherLock first = LauncherLock.take(directory)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> LauncherLock.take(directory))
          .hasMessageContaining("already running")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
    LauncherLock.take(directory).close();
  }
}
