package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The way in by ticket")
class TicketEntryTest extends GatewayTest {

  private static final String SHOP = "https://shop.test";
  private static final String OTHER = "https://other.test";
  private static final String FOREIGN = "https://evil.test";

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
      Refused.with(redeem(ticket), 401, "invalid_ticket");
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
      Refused.with(elsewhere.send(), 403, "ticket_origin_mismatch");
      RawRequest home = RawRequest.upgrade(base, "/ws?ticket=" + ticket).origin(SHOP);
      Refused.with(home.send(), 401, "invalid_ticket");
    }

    @Test
    @DisplayName("is closed where only one side has an origin")
    void oneSidedOrigin() {
      Refused.with(redeem(ticket(tickets().origin(SHOP))), 403, "ticket_origin_mismatch");
      String ticket = ticket(tickets());
      RawRequest page = RawRequest.upgrade(base, "/ws?ticket=" + ticket).origin(SHOP);
      Refused.with(page.send(), 403, "ticket_origin_mismatch");
    }

    @Test
    @DisplayName("is closed to one never issued, and to a ticket together with a token")
    void unknown() {
      Refused.with(redeem("AAAA"), 401, "invalid_ticket");
      Refused.with(redeem(""), 401, "invalid_ticket");
      RawRequest both = RawRequest.upgrade(base, "/ws?ticket=x").bearer(Tokens.of("ann", "admin"));
      Refused.with(both.send(), 400, "ambiguous_credentials");
    }

    @Test
    @DisplayName("which Redis keeps for 30 seconds at most, under its hash")
    void kept() throws Exception {
      String ticket = ticket(tickets());
      assertThat(redis().command("KEYS", "*" + ticket + "*").toString()).isEqualTo("[]");
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
      String key = "kucun:ticket:" + HexFormat.of().formatHex(sha256);
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
      Refused.with(refused, 401, "invalid_token");
      assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
      assertThat(refused.header("Vary")).isEqualTo("Origin");
    }

    @Test
    @DisplayName("is closed to other pages")
    void foreign() {
      RawRequest.Answer preflight = RawRequest.to(base, "OPTIONS /tickets").origin(FOREIGN).send();
      Refused.with(preflight, 403, "origin_forbidden");
      assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
      RawRequest post = tickets().origin(FOREIGN).bearer(Tokens.of("ann", "admin"));
      Refused.with(post.send(), 403, "origin_forbidden");
    }

    @Test
    @DisplayName("is closed without a token, and to other methods")
    void others() {
      Refused.with(tickets().send(), 401, "unauthenticated");
      RawRequest.Answer get = RawRequest.to(base, "GET /tickets").send();
      Refused.with(get, 405, "method_not_allowed");
      assertThat(get.header("Allow")).isEqualTo("POST, OPTIONS");
    }
  }
}
