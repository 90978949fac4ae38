package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The settings")
class SettingsTest {
  private static final Path ROOT = Path.of("/clone");

  private static Settings with(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Settings.of(ROOT, environment);
  }

  @Test
  @DisplayName("are the documented ones when nothing is set")
  void standard() {
    Settings settings = with();
    assertThat(settings.apiUrl()).isEqualTo("http://localhost:8080");
    assertThat(settings.gatewayUrl()).isEqualTo("http://localhost:3002");
    assertThat(settings.issuer()).isEqualTo("http://localhost:8180/realms/kucun");
    assertThat(settings.databaseUrl()).isEqualTo("postgresql://127.0.0.1:5433/kucun");
    assertThat(settings.redisUrl()).isEqualTo("redis://127.0.0.1:6379");
    assertThat(settings.directory().path()).isEqualTo(Path.of("/clone/.kucun"));
  }

  @Test
  @DisplayName("move with the port variables")
  void moved() {
    Settings settings = with("KUCUN_API_PORT", "18080", "KUCUN_PG_PORT", "15433");
    assertThat(settings.apiUrl()).isEqualTo("http://localhost:18080");
    assertThat(settings.databaseUrl()).contains(":15433/");
    Map<String, String> api = ServiceEnvironment.of(App.API, settings);
    assertThat(api).containsEntry("API_PORT", "18080").containsEntry("MANAGEMENT_PORT", "9001");
  }

  @Test
  @DisplayName("name the variable that moves a port when that of the service itself is set")
  void unheeded() {
    assertThat(UnheededPorts.lines(with("API_PORT", "8080", "WS_PORT", " "))).isEmpty();
    assertThat(UnheededPorts.lines(with("API_PORT", "18080", "MANAGEMENT_PORT", "9001")))
        .containsExactly(
            "API_PORT moves nothing here: set KUCUN_API_PORT instead",
            "MANAGEMENT_PORT moves nothing here: set KUCUN_API_MANAGEMENT_PORT and"
                + " KUCUN_WS_MANAGEMENT_PORT instead");
  }

  @Test
  @DisplayName("use what a variable names instead of starting one")
  void given() {
    Settings settings =
        with(
            "DATABASE_URL",
            "postgresql://db:5432/shop",
            "DATABASE_USER",
            "me",
            "REDIS_URL",
            "redis://r");
    assertThat(settings.ofDatabase()).isEqualTo(settings);
    assertThat(settings.starts(Part.POSTGRES)).isFalse();
    assertThat(settings.starts(Part.REDIS)).isFalse();
    assertThat(settings.starts(Part.KEYCLOAK)).isTrue();
    assertThat(ServiceEnvironment.of(App.API, settings))
        .containsEntry("DATABASE_URL", "postgresql://db:5432/shop")
        .containsEntry("DATABASE_USER", "me")
        .containsEntry("REDIS_URL", "redis://r");
  }

  @Test
  @DisplayName("pass every other variable through, and let it win over a mere default")
  void passThrough() {
    Settings settings = with("EVENTS_LOG_MAX", "500", "OIDC_AUDIENCE", "shop");
    assertThat(ServiceEnvironment.of(App.GATEWAY, settings))
        .containsEntry("EVENTS_LOG_MAX", "500")
        .containsEntry("OIDC_AUDIENCE", "shop")
        .containsEntry("WS_PORT", "3002")
        .containsEntry("MANAGEMENT_PORT", "9002");
  }

  @Test
  @DisplayName("allow the origins that are named besides those of the services, each once")
  void origins() {
    Settings settings = with("WS_ALLOWED_ORIGINS", "https://shop.example, http://localhost:8080,");
    assertThat(ServiceEnvironment.of(App.GATEWAY, settings))
        .containsEntry(
            "WS_ALLOWED_ORIGINS",
            "https://shop.example,http://localhost:8080,http://localhost:3002");
    assertThat(ServiceEnvironment.of(App.API, settings))
        .containsEntry("API_ALLOWED_ORIGINS", "http://localhost:8080,http://localhost:3002");
  }

  @Test
  @DisplayName("refuse what is no port, and one port for two things")
  void refuse() {
    assertThatThrownBy(() -> with("KUCUN_WS_PORT", "ws")).hasMessageContaining("KUCUN_WS_PORT");
    assertThatThrownBy(() -> with("KUCUN_WS_PORT", "70000")).hasMessageContaining("70000");
    assertThatThrownBy(() -> with("KUCUN_WS_PORT", "8080"))
        .hasMessage("KUCUN_API_PORT and KUCUN_WS_PORT are both 8080");
  }

  @Test
  @DisplayName("are remembered, so that other commands find the system that runs")
  void remembered(@TempDir Path directory) {
    Settings settings = with("KUCUN_STATE_DIR", directory.toString(), "KUCUN_API_PORT", "18080");
    settings.directory().create();
    SavedSettings.write(settings.directory().settings(), settings.environment());
    Settings others = with("KUCUN_STATE_DIR", directory.toString());
    assertThatThrownBy(others::ofDatabase)
        .hasMessageContainingAll(directory.toString(), "./kucun up", "DATABASE_URL");
    assertThat(others.ofRunning().apiUrl()).isEqualTo("http://localhost:8080");
    try (LauncherLock lock = LauncherLock.take(settings.directory())) {
      assertThat(lock).isNotNull();
      assertThat(others.ofRunning().apiUrl()).isEqualTo("http://localhost:18080");
      assertThat(others.ofDatabase().apiUrl()).isEqualTo("http://localhost:18080");
    }
  }
}
