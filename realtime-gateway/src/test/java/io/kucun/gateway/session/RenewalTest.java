package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A socket whose token")
class RenewalTest {

  private static final long EXPIRY = Desk.START + 300_000;

  private final Desk desk = new Desk();
  private final RecordingWire wire = new RecordingWire();

  @BeforeEach
  void tokens() {
    desk.token("sam-1", "sam", EXPIRY, "admin");
    desk.token("sam-2", "sam", EXPIRY + 300_000, "admin");
    desk.token("sam-sales", "sam", EXPIRY + 300_000, "sales");
    desk.token("sam-viewer", "sam", EXPIRY + 300_000, "viewer");
    desk.token("mallory", "mallory", EXPIRY + 300_000, "admin");
  }

  private Session subscribed() {
    Session session = desk.open("sam-1", wire);
    desk.subscribe(session, "orders");
    wire.sent();
    return session;
  }

  private void tick(Session session, long now) {
    desk.now = now;
    // Long after or before any ping is due, which is not what this is about.
    session.tick(Desk.START);
  }

  @Test
  @DisplayName(
      "ends is warned once, hears on for 25 s but subscribes to nothing, and is closed with 4401")
  void ends() {
    Session session = subscribed();
    tick(session, EXPIRY - 120_001);
    assertThat(wire.sent()).isEmpty();
    tick(session, EXPIRY - 60_000);
    tick(session, EXPIRY - 59_000);
    assertThat(wire.sent())
        .containsExactly("{\"type\":\"auth_expiring\",\"expiresAt\":" + EXPIRY + "}");
    tick(session, EXPIRY + 24_999);
    desk.subscribe(session, "products");
    assertThat(wire.sent()).singleElement().asString().contains("\"code\":\"token_expired\"");
    String event = desk.publish("orders", 1, null);
    desk.publish("products", 1, null);
    assertThat(wire.sent()).containsExactly(event);
    tick(session, EXPIRY + 25_000);
    desk.publish("orders", 2, null);
    assertThat(wire.sent()).containsExactly("close 4401");
  }

  @Test
  @DisplayName("is renewed in the time of grace subscribes again, and is warned of the new end")
  void renewedLate() {
    Session session = subscribed();
    tick(session, EXPIRY + 10_000);
    wire.sent();
    desk.auth(session, "sam-2");
    assertThat(wire.sent())
        .containsExactly(
            "{\"type\":\"authenticated\",\"id\":1,\"expiresAt\":" + (EXPIRY + 300_000) + "}");
    desk.subscribe(session, "products");
    assertThat(wire.sent()).singleElement().asString().contains("\"type\":\"subscribed\"");
    tick(session, EXPIRY + 25_000);
    assertThat(wire.sent()).isEmpty();
    tick(session, EXPIRY + 240_000);
    assertThat(wire.sent()).singleElement().asString().contains("auth_expiring");
  }

  @Test
  @DisplayName("would become another user's, or is none, keeps the one that it has")
  void notTheirs() {
    Session session = subscribed();
    desk.auth(session, "mallory");
    assertThat(wire.sent()).singleElement().asString().contains("\"code\":\"other_subject\"");
    desk.auth(session, "made up");
    assertThat(wire.sent()).singleElement().asString().contains("\"code\":\"invalid_token\"");
    tick(session, EXPIRY + 25_000);
    assertThat(wire.sent()).containsExactly("close 4401");
  }

  @Test
  @DisplayName("loses a role loses what only that role may read")
  void lostRole() {
    Session session = subscribed();
    desk.subscribe(session, "orders:k");
    desk.subscribe(session, "products");
    wire.sent();
    desk.auth(session, "sam-viewer");
    assertThat(wire.sent().getLast())
        .isEqualTo(
            "{\"type\":\"unsubscribed\",\"channels\":[\"orders\",\"orders:k\"],\"reason\":\"forbidden\"}");
    desk.publish("orders", 1, "sub-sam");
    String product = desk.publish("products", 1, null);
    assertThat(wire.sent()).containsExactly(product);
    desk.subscribe(session, "orders");
    assertThat(wire.sent()).singleElement().asString().contains("\"error\":\"forbidden\"");
  }

  @Test
  @DisplayName(
      "narrows to one's own hears of nobody else's orders, and of all when it widens again")
  void ownOnly() {
    Session session = subscribed();
    assertThat(desk.publish("orders", 1, "sub-sue")).isIn(wire.sent());
    desk.auth(session, "sam-sales");
    wire.sent();
    desk.publish("orders", 2, "sub-sue");
    String own = desk.publish("orders", 3, "sub-sam");
    assertThat(wire.sent()).containsExactly(own);
    desk.auth(session, "sam-2");
    wire.sent();
    String other = desk.publish("orders", 4, "sub-sue");
    assertThat(wire.sent()).containsExactly(other);
  }

  @Test
  @DisplayName("was issued before its user was disconnected is not taken instead of a newer one")
  void revoked() {
    desk.now += 10_000;
    desk.revocations.revoke("sub-sam");
    desk.now += 10_000;
    desk.token("sam-3", "sam", EXPIRY, "admin");
    Session session = desk.open("sam-3", wire);
    desk.auth(session, "sam-2");
    assertThat(wire.sent()).singleElement().asString().contains("\"code\":\"invalid_token\"");
    desk.auth(session, "sam-3");
    assertThat(wire.sent()).singleElement().asString().contains("\"type\":\"authenticated\"");
  }
}
