package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A user whom an administrator disconnects")
class DisconnectTest extends GatewayTest {

  private static final String SHOP = "https://shop.test";
  private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"channel\":\"products\"}";

  @Inject GatewayConfig config;
  @Inject Vertx vertx;

  private RawRequest post() {
    return RawRequest.to(base, "POST /admin/disconnect");
  }

  private RawRequest.Answer disconnect(String user) {
    return post().bearer(Tokens.of("root", "admin")).body("{\"sub\":\"sub-" + user + "\"}").send();
  }

  private RawRequest ticket(String token) {
    return RawRequest.to(base, "POST /tickets").with("Content-Length", "0").bearer(token);
  }

  @Test
  @DisplayName("loses all sockets at once, as every gateway is told, and others keep theirs")
  void everySocket() {
    try (Publisher other = new Publisher(redisUrl);
        Client first = Client.welcomed(base, Tokens.of("dora", "viewer"));
        Client second = Client.welcomed(base, Tokens.of("dora", "sales"));
        Client neighbour = Client.welcomed(base, Tokens.of("nina", "viewer"))) {
      other.command("SUBSCRIBE", "kucun:control");
      RawRequest.Answer accepted = disconnect("dora");
      assertThat(accepted.status()).isEqualTo(202);
      assertThat(accepted.header("Cache-Control")).isEqualTo("no-store");
      assertThat(other.nextMessage()).isEqualTo("{\"type\":\"disconnect\",\"sub\":\"sub-dora\"}");
      assertThat(first.closeCode()).isEqualTo(4401);
      assertThat(second.closeCode()).isEqualTo(4401);
      neighbour.nothingElse();
    }
  }

  @Test
  @DisplayName("loses sockets here too when another gateway was asked, whatever else is said there")
  void elsewhere() {
    try (Client client = Client.welcomed(base, Tokens.of("emil", "viewer"))) {
      for (String message : new String[] {"", "x", "{\"type\":\"else\",\"sub\":\"sub-emil\"}"}) {
        redis().command("PUBLISH", "kucun:control", message);
      }
      newEpoch("products");
      client.nothingElse();
      redis().command("PUBLISH", "kucun:control", "{\"type\":\"disconnect\",\"sub\":\"sub-emil\"}");
      assertThat(client.closeCode()).isEqualTo(4401);
    }
    newEpoch("products");
  }

  @Test
  @DisplayName(
      "is gone from another gateway before anything is told there that was published after")
  void inOrder() {
    String epoch = newEpoch("products");
    List<String> heard = new CopyOnWriteArrayList<>();
    List<Boolean> closedBy = new CopyOnWriteArrayList<>();
    try (SecondGateway second = new SecondGateway(config, vertx)) {
      Await.until("the other gateway is ready", second.source()::isReady);
      Door.Line doomed = second.enter("hugo", "viewer", heard::add);
      Door.Line neighbour =
          second.enter("nora", "viewer", frame -> closedBy.add(doomed.isClosed()));
      Stream.of(doomed, neighbour).forEach(l -> l.send(SUBSCRIBE));
      Await.until("both are welcomed and subscribed", () -> heard.size() + closedBy.size() == 4);
      closedBy.clear();
      String before = redis().publish("products", epoch, 2, null, null);
      Await.until("both are told", () -> heard.size() == 3 && closedBy.size() == 1);

      assertThat(disconnect("hugo").status()).isEqualTo(202);
      redis().publish("products", epoch, 3, null, null);
      Await.until("the neighbour is told", () -> closedBy.size() == 2);
      // The answer comes after Redis has passed the order on. What is published then takes the same
      // connection behind it, and the same thread closes sockets and tells events.
      assertThat(closedBy).containsExactly(false, true);
      assertThat(neighbour.isClosed()).isFalse();
      assertThat(heard).hasSize(3).endsWith(before);
    }
  }

  @Test
  @DisplayName("cannot come back with a token or a ticket from before, but with a new token")
  void comesBack() {
    String old = Tokens.of("fred", "viewer");
    String ticket = ticket(old).send().body().substring(11, 54);
    try (Client client = Client.welcomed(base, old)) {
      assertThat(disconnect("fred").status()).isEqualTo(202);
      assertThat(client.closeCode()).isEqualTo(4401);
    }
    Refused.with(RawRequest.upgrade(base, "/ws").bearer(old).send(), 401, "token_revoked");
    Refused.with(RawRequest.upgrade(base, "/ws?ticket=" + ticket).send(), 401, "token_revoked");
    Refused.with(ticket(old).send(), 401, "token_revoked");
    // Issue is told in whole seconds: in the second of the order, a new token looks old.
    Await.until(
        "a new token is taken",
        () -> {
          RawRequest again = RawRequest.upgrade(base, "/ws").bearer(Tokens.fresh("fred", "viewer"));
          return again.send().status() == 101;
        });
  }

  @Test
  @DisplayName("is disconnected by administrators only, from our own pages only")
  void who() {
    String body = "{\"sub\":\"sub-gus\"}";
    Refused.with(post().body(body).send(), 401, "unauthenticated");
    Refused.with(post().bearer("bad").body(body).send(), 401, "invalid_token");
    String warehouse = Tokens.of("will", "warehouse", "sales", "viewer");
    Refused.with(post().bearer(warehouse).body(body).send(), 403, "forbidden");
    Refused.with(post().bearer(warehouse).body("{").send(), 403, "forbidden");
    String root = Tokens.of("root", "admin");
    RawRequest foreign = post().origin("https://evil.test").bearer(root).body(body);
    Refused.with(foreign.send(), 403, "origin_forbidden");
    RawRequest query = RawRequest.to(base, "POST /admin/disconnect?access_token=x").body(body);
    Refused.with(query.send(), 400, "token_in_query");
    RawRequest.Answer page = post().origin(SHOP).bearer(root).body(body).send();
    assertThat(page.status()).isEqualTo(202);
    assertThat(page.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
  }

  @Test
  @DisplayName("is named by a body that says nothing else")
  void body() {
    String root = Tokens.of("root", "admin");
    Refused.with(post().bearer(root).body("{\"user\":\"ann\"}").send(), 400, "invalid_body");
    Refused.with(post().bearer(root).body("").send(), 400, "invalid_body");
    String large = "{\"sub\":\"" + "x".repeat(5_000) + "\"}";
    Refused.with(post().bearer(root).body(large).send(), 413, "payload_too_large");
    RawRequest.Answer get = RawRequest.to(base, "GET /admin/disconnect").send();
    Refused.with(get, 405, "method_not_allowed");
    RawRequest.Answer preflight =
        RawRequest.to(base, "OPTIONS /admin/disconnect").origin(SHOP).send();
    assertThat(preflight.status()).isEqualTo(204);
  }
}
