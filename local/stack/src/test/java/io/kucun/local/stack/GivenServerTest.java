package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A server that is given")
class GivenServerTest {
  private static GivenIssuer issuer(Map<String, String> environment) {
    return GivenIssuer.of(Settings.of(Path.of("."), environment));
  }

  @Test
  @DisplayName("is let pass while it listens")
  void listens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String there = "127.0.0.1:" + socket.getLocalPort();
      assertThat(GivenServer.of(Part.REDIS, "redis://" + there).fault()).isEmpty();
    }
  }

  @Test
  @DisplayName("but not there is named with its variable and address")
  void absent() {
    String nowhere = "127.0.0.1:" + io.kucun.local.servers.Ports.free();
    assertThat(GivenServer.of(Part.REDIS, "redis://" + nowhere).fault())
        .contains(
            "REDIS_URL names %s, and nothing answers there: start that Redis, or unset REDIS_URL to have one started"
                .formatted(nowhere));
    assertThat(issuer(Map.of("OIDC_ISSUER", "http://" + nowhere)).fault())
        .contains(
            "OIDC_ISSUER names %s, and nothing answers there: start that issuer, or unset OIDC_ISSUER to have Keycloak started"
                .formatted(nowhere));
  }

  @Test
  @DisplayName("as an issuer is looked for where the services look for it")
  void elsewhere() {
    String nowhere = "127.0.0.1:" + io.kucun.local.servers.Ports.free();
    Map<String, String> environment =
        Map.of("OIDC_ISSUER", "https://id.example", "OIDC_SERVER_URL", "http://" + nowhere);
    assertThat(issuer(environment).fault())
        .hasValueSatisfying(
            fault -> assertThat(fault).startsWith("OIDC_SERVER_URL names " + nowhere));
  }

  @ParameterizedTest
  @CsvSource({
    "https://id.example/realms/kucun, 443",
    "http://id.example/realms/kucun, 80",
    "https://id.example:8443, 8443"
  })
  @DisplayName("as an issuer has a port even if it names none")
  void standardPort(String url, int port) {
    assertThat(issuer(Map.of("OIDC_ISSUER", url)).server().place())
        .contains(InetSocketAddress.createUnresolved("id.example", port));
  }

  @Test
  @DisplayName("in a form that only the services read is left to them")
  void foreignForms() {
    assertThat(GivenServer.of(Part.REDIS, "redis-sentinel://a:1,b:2#m").place()).isEmpty();
    assertThat(GivenServer.of(Part.REDIS, "redis://a").place()).isEmpty();
    assertThat(GivenServer.of(Part.REDIS, "redis://a b:1").place()).isEmpty();
    assertThat(GivenServer.of(Part.REDIS, "redis://a:99999").place()).isEmpty();
    assertThat(issuer(Map.of("OIDC_ISSUER", "id")).fault()).isEmpty();
  }
}
