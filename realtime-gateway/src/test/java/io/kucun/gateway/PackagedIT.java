package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.servers.LocalServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an executable may lack although the code has it: files, frames, close codes, meters. */
@QuarkusIntegrationTest
@WithTestResource(Packaged.class)
@DisplayName("The packaged gateway")
class PackagedIT {
  private static final String SHOP = "https://shop.test";

  @TestHTTPResource("/")
  URI base = URI.create("http://set.by.quarkus/");

  @BeforeEach
  void ready() {
    Await.until(
        "it is ready",
        () -> RawRequest.to(Packaged.management(), "GET /q/health/ready").send().status() == 200);
  }

  @Test
  @DisplayName("has the browser client")
  void files() {
    for (String file :
        List.of("kucun-realtime.js", "kucun-realtime.js.map", "kucun-realtime.d.ts")) {
      RawRequest.Answer answer = RawRequest.to(base, "GET /client/" + file).send();
      assertThat(answer.status()).as(file).isEqualTo(200);
      assertThat(answer.body()).as(file).hasSizeGreaterThan(500);
    }
  }

  @Test
  @DisplayName(
      "lets a page in by a ticket, and tells it what is published, in whole and from the log")
  void delivery() {
    String ticket =
        RawRequest.to(base, "POST /tickets")
            .with("Content-Length", "0")
            .origin(SHOP)
            .bearer(Tokens.of("tina", "viewer"))
            .send()
            .body()
            .substring(11, 54);
    String epoch = "e" + UUID.randomUUID().toString().substring(0, 8);
    try (Client page = Client.withTicket(base, ticket, SHOP);
        Publisher redis = new Publisher(LocalServers.redisUrl())) {
      page.next("welcome");
      redis.command("DEL", "kucun:log:inventory");
      String first = redis.publish("inventory", epoch, 1, "p1", null);
      page.send("{\"type\":\"subscribe\",\"channel\":\"inventory\"}").next("subscribed");
      String second = redis.publish("inventory", epoch, 2, "p1", null);
      Await.until("the second is told", () -> page.next().equals(second));
      resumed(epoch, List.of(first, second));
    }
  }

  private void resumed(String epoch, List<String> events) {
    try (Client client = Client.welcomed(base, Tokens.of("vera", "viewer"))) {
      client
          .send(
              "{\"type\":\"subscribe\",\"channels\":[\"inventory\"],\"since\":{\"inventory\":{\"epoch\":\"%s\",\"offset\":0}}}"
                  .formatted(epoch))
          .next("subscribed");
      assertThat(List.of(client.next(), client.next())).isEqualTo(events);
    }
  }

  @Test
  @DisplayName("refuses with a problem and closes with a code")
  void refusals() {
    Refused.with(RawRequest.upgrade(base, "/ws?ticket=no").send(), 401, "invalid_ticket");
    try (Client client = Client.welcomed(base, Tokens.of("vera", "viewer"))) {
      assertThat(client.sendBinary(new byte[] {1}).closeCode()).isEqualTo(4400);
    }
  }

  @Test
  @DisplayName("has its meters")
  void metrics() {
    assertThat(RawRequest.to(Packaged.management(), "GET /q/metrics").send().body())
        .contains("kucun_gateway_connections ", "kucun_gateway_closes_total{code=\"4408\"");
  }
}
