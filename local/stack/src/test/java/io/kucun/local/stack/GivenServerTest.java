package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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

  private static HttpServer httpServer(String path) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
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
  @DisplayName("as an issuer is one that tells about itself")
  void discovery() throws IOException {
    HttpServer server = httpServer("/realms/kucun/.well-known/openid-configuration");
    try {
      String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/";
      assertThat(issuer(Map.of("OIDC_ISSUER", there + "kucun")).fault()).isEmpty();
      assertThat(issuer(Map.of("OIDC_ISSUER", there + "kucun/")).fault()).isEmpty();
      assertThat(issuer(Map.of("OIDC_ISSUER", there + "other")).fault())
          .contains(
              "OIDC_ISSUER names no issuer, for GET %sother/.well-known/openid-configuration is answered 404: start that issuer, or unset OIDC_ISSUER to have Keycloak started"
                  .formatted(there));
    } finally {
      server.stop(0);
    }
  }

  @Test
  @DisplayName("as an issuer is none if it says nothing")
  void mute() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String there = "http://127.0.0.1:" + socket.getLocalPort();
      Thread.ofVirtual().start(() -> hangUp(socket));
      assertThat(issuer(Map.of("OIDC_ISSUER", there)).fault())
          .hasValueSatisfying(fault ->
              assertThat(fault).startsWith("OIDC_ISSUER names no issuer, for GET " + there));
    }
  }

  private static void hangUp(ServerSocket socket) {
    try {
      while (true) {
        socket.accept().close();
      }
    } catch (IOException e) {
      // The test is over.
    }
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
    assertThat(issuer(Map.of("OIDC_ISSUER", "id")).fault()).isEmpty();
  }
}
