package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The way in")
class EntryTest extends GatewayTest {

  private static final String SHOP = "https://shop.test";
  private static final String OTHER = "https://other.test";
  private static final String FOREIGN = "https://evil.test";

  private RawRequest upgrade() {
    return RawRequest.upgrade(base, "/ws");
  }

  private RawRequest tickets() {
    return RawRequest.to(base, "POST /tickets").with("Content-Length", "0");
  }

  private String ticket(RawRequest request) {
    RawRequest.Answer answer = request.bearer(Tokens.of("tina", "viewer")).send();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body()).matches("\\{\"ticket\":\"[\\w-]{43}\",\"expiresAt\":\\d{13}}");
    return answer.body().substring(11, 54);
  }

  private RawRequest.Answer redeem(String ticket) {
    return RawRequest.upgrade(base, "/ws?ticket=" + ticket).send();
  }

  private static void assertRefused(RawRequest.Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .contains("\"type\":", "\"title\":", "\"detail\":", "\"status\":" + status)
        .contains("\"code\":\"" + code + "\"");
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
      assertRefused(request.send(), 403, "origin_forbidden");
    }

    @Test
    @DisplayName("is closed without one")
    void none() {
      RawRequest.Answer answer = upgrade().send();
      assertRefused(answer, 401, "unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertRefused(upgrade().with("Authorization", "Basic YTpi").send(), 401, "unauthenticated");
    }

    @Test
    @DisplayName("is closed to one that is bad")
    void bad() {
      String valid = Tokens.of("ann", "admin");
      assertRefused(upgrade().bearer("garbage").send(), 401, "invalid_token");
      assertRefused(upgrade().bearer("a.b.c").send(), 401, "invalid_token");
      assertRefused(upgrade().bearer("").send(), 401, "unauthenticated");
      assertRefused(upgrade().bearer(forged(valid)).send(), 401, "invalid_token");
      assertRefused(upgrade().bearer(expired()).send(), 401, "invalid_token");
      assertRefused(
          upgrade().bearer(Tokens.forAnotherAudience("ann")).send(), 401, "invalid_token");
      assertRefused(upgrade().bearer(Tokens.fromAnotherIssuer("ann")).send(), 401, "invalid_token");
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
      assertRefused(answer, 400, "token_in_query");
      RawRequest post = RawRequest.to(base, "POST /tickets?" + query).with("Content-Length", "0");
      assertRefused(post.bearer(token).send(), 400, "token_in_query");
    }
  }

  @Nested
  @DisplayName("with a ticket")
  class Ticket {

    @Test
    @DisplayName("is open once")
    void once() {
      String ticket = ticket(tickets());
      try (Client client = Client.withTicket(base, ticket, null)) {
        assertThat(client.next("welcome")).contains("\"heartbeatMs\":25000");
      }
      assertRefused(redeem(ticket), 401, "invalid_ticket");
    }

    @Test
    @DisplayName("is open to the page it was issued to, with that user's rights")
    void sameOrigin() {
      String ticket = ticket(tickets().origin(SHOP));
      try (Client client = Client.withTicket(base, ticket, SHOP)) {
        client.next("welcome");
        client.send("{\"type\":\"subscribe\",\"channels\":[\"orders\",\"products\"]}");
        assertThat(client.next("subscribed"))
            .contains("\"orders\":{\"error\":\"forbidden\"}")
            .doesNotContain("\"products\":{\"error\"");
      }
    }

    @Test
    @DisplayName("is closed to another page, and the ticket is used up")
    void otherOrigin() {
      String ticket = ticket(tickets().origin(SHOP));
      RawRequest elsewhere = RawRequest.upgrade(base, "/ws?ticket=" + ticket).origin(OTHER);
      assertRefused(elsewhere.send(), 403, "ticket_origin_mismatch");
      RawRequest home = RawRequest.upgrade(base, "/ws?ticket=" + ticket).origin(SHOP);
      assertRefused(home.send(), 401, "invalid_ticket");
    }

    @Test
    @DisplayName("is closed where only one side has an origin")
    void oneSidedOrigin() {
      assertRefused(redeem(ticket(tickets().origin(SHOP))), 403, "ticket_origin_mismatch");
      String ticket = ticket(tickets());
      RawRequest page = RawRequest.upgrade(base, "/ws?ticket=" + ticket).origin(SHOP);
      assertRefused(page.send(), 403, "ticket_origin_mismatch");
    }

    @Test
    @DisplayName("is closed to one never issued, and to a ticket together with a token")
    void unknown() {
      assertRefused(redeem("AAAA"), 401, "invalid_ticket");
      assertRefused(redeem(""), 401, "invalid_ticket");
      RawRequest both = RawRequest.upgrade(base, "/ws?ticket=x").bearer(Tokens.of("ann", "admin"));
      assertRefused(both.send(), 400, "ambiguous_credentials");
    }

    @Test
    @DisplayName("which Redis keeps for 30 seconds at most, under its hash")
    void kept() throws Exception {
      String ticket = ticket(tickets());
      assertThat(redis().command("KEYS", "*" + ticket + "*").toString()).isEqualTo("[]");
      byte[] sha256 =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(ticket.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      String key = "kucun:ticket:" + java.util.HexFormat.of().formatHex(sha256);
      long ttl = Long.parseLong(redis().command("PTTL", key).toString());
      assertThat(ttl).isBetween(1L, 30_000L);
    }
  }

  @Nested
  @DisplayName("to tickets")
  class TicketRequests {

    @Test
    @DisplayName("is open to allowed pages, which may read the answer")
    void cors() {
      RawRequest.Answer preflight =
          RawRequest.to(base, "OPTIONS /tickets")
              .origin(SHOP)
              .with("Access-Control-Request-Method", "POST")
              .with("Access-Control-Request-Headers", "authorization")
              .send();
      assertThat(preflight.status()).isEqualTo(204);
      assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
      assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization");
      RawRequest.Answer refused = tickets().origin(SHOP).bearer("bad").send();
      assertRefused(refused, 401, "invalid_token");
      assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
      assertThat(refused.header("Vary")).isEqualTo("Origin");
    }

    @Test
    @DisplayName("is closed to other pages")
    void foreign() {
      RawRequest.Answer preflight = RawRequest.to(base, "OPTIONS /tickets").origin(FOREIGN).send();
      assertRefused(preflight, 403, "origin_forbidden");
      assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
      RawRequest post = tickets().origin(FOREIGN).bearer(Tokens.of("ann", "admin"));
      assertRefused(post.send(), 403, "origin_forbidden");
    }

    @Test
    @DisplayName("is closed without a token, and to other methods")
    void others() {
      assertRefused(tickets().send(), 401, "unauthenticated");
      RawRequest.Answer get = RawRequest.to(base, "GET /tickets").send();
      assertRefused(get, 405, "method_not_allowed");
      assertThat(get.header("Allow")).isEqualTo("POST, OPTIONS");
    }
  }

  @Test
  @DisplayName("is there for handshakes only, and nowhere else")
  void elsewhere() {
    assertRefused(RawRequest.to(base, "GET /ws").send(), 426, "upgrade_required");
    assertRefused(
        RawRequest.to(base, "POST /ws").with("Content-Length", "0").send(),
        426,
        "upgrade_required");
    assertRefused(RawRequest.to(base, "GET /anything").send(), 404, "not_found");
    assertRefused(RawRequest.to(base, "GET /q/metrics").send(), 404, "not_found");
    assertRefused(RawRequest.upgrade(base, "/ws/more").send(), 404, "not_found");
  }

  @Test
  @DisplayName("closes behind a client whose token expires")
  void expiry() {
    String token = Tokens.of("ann", Duration.ofSeconds(2), "viewer");
    try (Client client = Client.withBearer(base, token)) {
      client.next("welcome");
      assertThat(client.closeCode()).isEqualTo(4401);
    }
  }
}
