package io.kucun.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The realm of the local run")
class RealmTest {
  private static final Path FILE =
      Path.of(System.getProperty("kucun.root", "../.."), "local/keycloak/kucun-realm.json");

  private static JsonNode realm() throws IOException {
    return Json.parse(Files.readString(FILE));
  }

  @Test
  @DisplayName("leaves the built-in scopes alone: one of its own would suppress them")
  void noClientScopes() throws IOException {
    assertThat(realm().has("clientScopes")).isFalse();
  }

  @Test
  @DisplayName("gives each client the audience that the services demand")
  void audience() throws IOException {
    assertThat(realm().path("clients")).hasSize(2);
    for (JsonNode client : realm().path("clients")) {
      JsonNode mapper = client.path("protocolMappers").path(0);
      assertThat(mapper.path("protocolMapper").asText()).isEqualTo("oidc-audience-mapper");
      assertThat(mapper.path("config").path("included.custom.audience").asText())
          .isEqualTo("kucun");
    }
  }

  @Test
  @DisplayName("lets pages of this machine sign in, at the ports of the README, and no others")
  void pages() throws IOException {
    List<String> pages = new ArrayList<>();
    for (JsonNode client : realm().path("clients")) {
      client.path("webOrigins").forEach(origin -> pages.add(origin.asText()));
      client
          .path("redirectUris")
          .forEach(uri ->
              assertThat(client.path("webOrigins"))
                  .anyMatch(origin -> uri.asText().startsWith(origin.asText() + '/')));
    }
    assertThat(pages)
        .containsExactlyInAnyOrder(
            "http://localhost:8080", "http://localhost:5173", "http://localhost:3000");
  }

  @Test
  @DisplayName("has complete users, or their login would be refused")
  void users() throws IOException {
    assertThat(
            StreamSupport.stream(realm().path("users").spliterator(), false)
                .map(user -> user.path("username").asText()))
        .contains("admin", "warehouse", "sales", "viewer");
    for (JsonNode user : realm().path("users")) {
      assertThat(user.path("id").asText()).isNotEmpty();
      assertThat(user.path("email").asText()).isNotEmpty();
      assertThat(user.path("firstName").asText()).isNotEmpty();
      assertThat(user.path("lastName").asText()).isNotEmpty();
      assertThat(user.path("realmRoles")).hasSize(1);
    }
  }
}
