package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TlsWireTest.Tls.class)
@DisplayName("When clients share the bytes of a frame under TLS")
class TlsWireTest extends WireContract {

  /** A certificate of our own. */
  public static class Tls implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.ssl.certificate.key-store-file", "test-tls.p12",
          "quarkus.http.ssl.certificate.key-store-password", "testing",
          "quarkus.http.test-ssl-port", "0",
          "kucun.session.ping-every", "50MS",
          "kucun.session.pong-within", "20S");
    }
  }

  @TestHTTPResource(value = "/", tls = true)
  URI secure = URI.create("https://set.by.quarkus/");

  @BeforeEach
  void overTls() {
    base = secure;
  }

  @Override
  int writesFor(int frames) {
    return 1;
  }

  @Test
  @DisplayName("HTTP/2 is spoken, but opens no socket")
  void http2() throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .sslContext(TestTls.CONTEXT)
            .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve("/ws"))
              .header("Authorization", "Bearer " + Tokens.of("hal", "viewer"))
              .header("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==")
              .header("Sec-WebSocket-Version", "13")
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.statusCode()).isEqualTo(426);
    }
  }
}
