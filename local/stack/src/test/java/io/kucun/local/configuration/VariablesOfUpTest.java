package io.kucun.local.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.Children;
import io.kucun.local.stack.Launcher;
import io.kucun.local.stack.Ports;
import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Before anything is started, a variable")
class VariablesOfUpTest {
  private static final Path ROOT =
      Path.of(System.getProperty("kucun.root", "../..")).toAbsolutePath().normalize();

  @TempDir Path directory;

  private void check(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("KUCUN_STATE_DIR", directory.toString());
    for (Ports port : Ports.values()) {
      String free = Integer.toString(io.kucun.local.servers.Ports.free());
      environment.putIfAbsent(port.variable(), free);
    }
    Settings settings = Settings.of(ROOT, environment);
    new Launcher(settings, new Children(settings.directory()), (what, where, took) -> {})
        .check(true);
  }

  @Test
  @DisplayName("that a service refuses is told in the service's words")
  void refused() {
    assertThatThrownBy(() -> check(Map.of("TRUSTED_PROXIES", "10", "LOG_JSON", "true")))
        .isInstanceOf(StackException.class)
        .hasMessageMatching(
            "realtime-gateway cannot be started so:\n"
                + " {4}Malformed environment variable TRUSTED_PROXIES: .*");
    assertThatThrownBy(() -> check(Map.of("EVENTS_LOG_MAX", "many")))
        .isInstanceOf(StackException.class)
        .hasMessageMatching(
            "inventory-api cannot be started so:\n"
                + " {4}Malformed environment variable EVENTS_LOG_MAX: .*");
  }

  @Test
  @DisplayName("that one service refuses hides none that the other refuses")
  void both() {
    assertThatThrownBy(() -> check(Map.of("TRUSTED_PROXIES", "10", "EVENTS_LOG_MAX", "many")))
        .isInstanceOf(StackException.class)
        .hasMessageContainingAll("EVENTS_LOG_MAX", "TRUSTED_PROXIES");
  }

  @Test
  @DisplayName("that names a server that is not there hides none that a service refuses")
  void absent() {
    String nowhere = "127.0.0.1:" + io.kucun.local.servers.Ports.free();
    Map<String, String> variables =
        Map.of(
            "TRUSTED_PROXIES", "10",
            "REDIS_URL", "redis://" + nowhere,
            "DATABASE_URL", "postgresql://" + nowhere + "/kucun",
            "OIDC_ISSUER", "http://" + nowhere);
    assertThatThrownBy(() -> check(variables))
        .isInstanceOf(StackException.class)
        .hasMessageContainingAll(
            "TRUSTED_PROXIES",
            "REDIS_URL names " + nowhere,
            "DATABASE_URL names " + nowhere,
            "OIDC_ISSUER names " + nowhere);
  }

  @Test
  @DisplayName("that is wrong is told also where ports are taken, and of these each")
  void taken() throws IOException {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      Map<String, String> variables =
          Map.of(
              "TRUSTED_PROXIES", "10",
              "KUCUN_API_PORT", Integer.toString(one.getLocalPort()),
              "KUCUN_WS_PORT", Integer.toString(other.getLocalPort()));
      assertThatThrownBy(() -> check(variables))
          .isInstanceOf(StackException.class)
          .hasMessageContainingAll("TRUSTED_PROXIES", "KUCUN_API_PORT", "KUCUN_WS_PORT")
          .hasMessageNotContaining("inventory-api cannot be started");
    }
  }

  @Test
  @DisplayName("that the services take is not spoken of")
  void right() {
    assertThatCode(() -> check(Map.of("TRUSTED_PROXIES", "10.0.0.0/8"))).doesNotThrowAnyException();
  }
}
