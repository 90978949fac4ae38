package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An issuer that is given")
class GivenIssuerTest {
  private static final String DOCUMENT = "/.well-known/openid-configuration";

  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "127.0.0.1:" + server.getAddress().getPort();
    answer("/realms/kucun" + DOCUMENT, 200, "");
    answer("/moved" + DOCUMENT, 302, "/realms/kucun" + DOCUMENT);
    answer("/broken" + DOCUMENT, 500, "");
    server.start();
  }

  private void answer(String path, int status, String location) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static Optional<String> fault(String url) {
    return GivenIssuer.of(Settings.of(Path.of("."), Map.of("OIDC_ISSUER", url))).fault();
  }

  @ParameterizedTest
  @CsvSource({"realms/kucun", "realms/kucun/", "moved"})
  @DisplayName("is let pass if it tells about itself, be it elsewhere")
  void issuer(String path) {
    assertThat(fault("http://" + address + "/" + path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"other, 404", "broken, 500"})
  @DisplayName("and does not tell about itself is named with what it was asked and has answered")
  void none(String path, int status) {
    String url = "http://" + address + "/" + path;
    assertThat(fault(url))
        .contains(
            ("OIDC_ISSUER names no issuer, or one that is not up yet (GET %s%s is answered %d):"
                    + " wait for it, start that issuer, or unset OIDC_ISSUER to have Keycloak"
                    + " started")
                .formatted(url, DOCUMENT, status));
  }

  @Test
  @DisplayName("and hangs up, or says nothing for seconds, gives no answer")
  void mute() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      assertThat(fault(url).orElseThrow()).contains("GET " + url + DOCUMENT + " gets no answer");
    }
    try (ServerSocket rude = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> sayTo(rude, ""));
      String url = "http://127.0.0.1:" + rude.getLocalPort();
      assertThat(fault(url).orElseThrow()).contains("GET " + url + DOCUMENT + " gets no answer");
    }
  }

  @Test
  @DisplayName("and with whom no secure connection can be made from here is left to the services")
  void untrusted() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> sayTo(plain, "HTTP/1.1 400 Bad Request\r\n\r\n"));
      assertThat(fault("https://127.0.0.1:" + plain.getLocalPort())).isEmpty();
    }
  }

  private static void sayTo(ServerSocket all, String words) {
    try {
      while (true) {
        try (Socket one = all.accept()) {
          one.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  @Test
  @DisplayName("by an address that the services refuse is left to them, with its password")
  void foreign() {
    assertThat(fault("http://kucun:secret@" + address + "/other")).isEmpty();
    assertThat(fault("redis://" + address)).isEmpty();
  }
}
