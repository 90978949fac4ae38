package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The way in")
class EntryTest extends GatewayTest {

  private static final String SHOP = "https://shop.test";
  private static final String FOREIGN = "https://evil.test";

  private RawRequest upgrade() {
    return RawRequest.upgrade(base, "/ws");
  }

  @Nested
  @DisplayName("with a bearer token")
  class Bearer {

    @Test
    @DisplayName("is open to a valid one")
    void valid() {
      assertThat(upgrade().bearer(Tokens.of("ann", "viewer")).send().status()).isEqualTo(101);
    }

    @Test
    @DisplayName("is open to a valid one from an allowed page")
    void allowedOrigin() {
      RawRequest request = upgrade().bearer(Tokens.of("ann", "viewer")).origin(SHOP);
      assertThat(request.send().status()).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {FOREIGN, "null", "https://shop.test.evil.test", "https://shop.test:444"})
    @DisplayName("is closed to any other page")
    void foreignOrigin(String origin) {
      RawRequest request = upgrade().bearer(Tokens.of("ann", "viewer")).origin(origin);
      Refused.with(request.send(), 403, "origin_forbidden");
    }

    @Test
    @DisplayName("is closed without one")
    void none() {
      RawRequest.Answer answer = upgrade().send();
      Refused.with(answer, 401, "unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
      Refused.with(upgrade().with("Authorization", "Basic YTpi").send(), 401, "unauthenticated");
    }

    @Test
    @DisplayName("is closed to one that is bad")
    void bad() {
      String valid = Tokens.of("ann", "admin");
      Refused.with(upgrade().bearer("garbage").send(), 401, "invalid_token");
      Refused.with(upgrade().bearer("a.b.c").send(), 401, "invalid_token");
      Refused.with(upgrade().bearer(".").send(), 401, "invalid_token");
      Refused.with(upgrade().bearer("..").send(), 401, "invalid_token");
      Refused.with(upgrade().bearer("").send(), 401, "unauthenticated");
      Refused.with(upgrade().bearer(forged(valid)).send(), 401, "invalid_token");
      Refused.with(upgrade().bearer(expired()).send(), 401, "invalid_token");
      Refused.with(upgrade().bearer(Tokens.forAnotherAudience("ann")).send(), 401, "invalid_token");
      Refused.with(upgrade().bearer(Tokens.fromAnotherIssuer("ann")).send(), 401, "invalid_token");
    }

    private static String expired() {
      return Tokens.of("ann", Duration.ofSeconds(-30), "admin");
    }

    private static String forged(String token) {
      int signature = token.lastIndexOf('.') + 1;
      char first = token.charAt(signature) == 'A' ? 'B' : 'A';
      return token.substring(0, signature) + first + token.substring(signature + 1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "access_token=x",
          "token=x",
          "bearer=x",
          "Access_Token=x",
          "q=eyJhbGciOi.e30.c2ln"
        })
    @DisplayName("is closed to one in the URL, whatever else is there")
    void inTheUrl(String query) {
      String token = Tokens.of("ann", "admin");
      RawRequest.Answer answer = RawRequest.upgrade(base, "/ws?" + query).bearer(token).send();
      Refused.with(answer, 400, "token_in_query");
      RawRequest post = RawRequest.to(base, "POST /tickets?" + query).with("Content-Length", "0");
      Refused.with(post.bearer(token).send(), 400, "token_in_query");
    }
  }

  @Test
  @DisplayName("is there for handshakes only, and nowhere else")
  void elsewhere() {
    Refused.with(RawRequest.to(base, "GET /ws").send(), 426, "upgrade_required");
    Refused.with(
        RawRequest.to(base, "POST /ws").with("Content-Length", "0").send(),
        426,
        "upgrade_required");
    Refused.with(RawRequest.to(base, "GET /anything").send(), 404, "not_found");
    Refused.with(RawRequest.to(base, "GET /q/metrics").send(), 404, "not_found");
    Refused.with(RawRequest.upgrade(base, "/ws/more").send(), 404, "not_found");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"a b", "shop.test:port", "[::1"})
  @DisplayName("is closed without a proper host, and a ticket in the URL is not logged")
  void host(@Nullable String host) {
    try (LogWatch log = new LogWatch("")) {
      RawRequest request =
          RawRequest.toHost(base, "GET /ws?ticket=SECRET", host)
              .with("Connection", "Upgrade")
              .with("Upgrade", "websocket")
              .with("Sec-WebSocket-Version", "13")
              .with("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
      Refused.with(request.send(), 400, "bad_request");
      assertThat(log.records()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"8,Upgrade", "13,keep-alive"})
  @DisplayName("takes proper handshakes only")
  void improper(String version, String connection) {
    RawRequest request =
        RawRequest.to(base, "GET /ws")
            .with("Connection", connection)
            .with("Upgrade", "websocket")
            .with("Sec-WebSocket-Version", version)
            .with("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
    RawRequest.Answer answer = request.bearer(Tokens.of("ann", "viewer")).send();
    Refused.with(answer, 426, "upgrade_required");
    assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo("13");
  }
}
