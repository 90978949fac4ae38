package io.kucun.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The variables of a Keycloak")
class KeycloakEnvironmentTest {
  private final Map<String, String> variables =
      new HashMap<>(Map.of("PATH", "/bin", "QUARKUS_HTTP_IDLE_TIMEOUT", "abc"));

  @Test
  @DisplayName("have no setting of the services when it is built")
  void build() {
    KeycloakEnvironment.forBuild(variables);
    assertThat(variables).containsExactly(Map.entry("PATH", "/bin"));
  }

  @Test
  @DisplayName("have none when it is started, but its administrator")
  void server() {
    KeycloakEnvironment.forServer(variables);
    assertThat(variables)
        .containsOnlyKeys("PATH", "KC_BOOTSTRAP_ADMIN_USERNAME", "KC_BOOTSTRAP_ADMIN_PASSWORD");
  }
}
