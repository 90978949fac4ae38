package io.kucun.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The home of a Keycloak")
class KeycloakHomeTest {
  private static final Path REALM =
      Path.of(System.getProperty("kucun.root", "../.."), "local/keycloak/kucun-realm.json");

  private static final String URL = "http://localhost:18080";

  @TempDir private Path directory;
  private KeycloakHome home = new KeycloakHome(Path.of("."), Path.of("."));
  private Path database = Path.of(".");

  @BeforeEach
  void create() throws IOException {
    home = new KeycloakHome(directory.resolve("home"), directory);
    home.create(REALM, URL);
    database = Files.createFile(home.path().resolve("data/database"));
  }

  @Test
  @DisplayName("returns a login to where the API is")
  void rendered() {
    assertThat(home.path().resolve("data/import/kucun-realm.json"))
        .content()
        .contains("\"" + URL + "/\"")
        .doesNotContain(":8080");
  }

  @Test
  @DisplayName("keeps the data of one that was ready, as long as the realm is the same")
  void kept() {
    home.ready();
    home.create(REALM, URL);
    home.create(REALM, URL);
    assertThat(database).exists();
    home.create(REALM, "http://localhost:28080");
    assertThat(database).doesNotExist();
  }

  @Test
  @DisplayName("begins anew when its first start was cut off, again and again")
  void cutOff() throws IOException {
    home.create(REALM, URL);
    assertThat(database).doesNotExist();
    Files.createFile(database);
    home.create(REALM, URL);
    assertThat(database).doesNotExist();
  }
}
