package io.kucun.gateway;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.source.RedisSource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running gateway on a real Redis, and somebody to publish. */
abstract class GatewayTest {

  @TestHTTPResource("/")
  URI base = URI.create("http://set.by.quarkus/");

  @TestHTTPResource(value = "/", management = true)
  URI management = URI.create("http://set.by.quarkus/");

  @ConfigProperty(name = "REDIS_URL")
  String redisUrl = "redis://set.by.quarkus/";

  @Inject RedisSource source;
  @Inject HubThread hub;

  @Nullable Publisher publisher;

  @BeforeEach
  void gatewayFollowsRedis() {
    Await.until("the gateway follows Redis", source::isReady);
  }

  @AfterEach
  void hangUp() {
    if (publisher != null) {
      publisher.close();
    }
  }

  RawRequest.Answer readiness() {
    return RawRequest.to(management, "GET /q/health/ready").send();
  }

  Publisher redis() {
    if (publisher == null) {
      publisher = new Publisher(redisUrl);
    }
    return publisher;
  }

  /**
   * Starts a new numbering of a channel, whose first event is published and known to the gateway.
   */
  String newEpoch(String channel) {
    String epoch = "e" + UUID.randomUUID().toString().substring(0, 8);
    redis().command("DEL", "kucun:log:" + channel);
    redis().publish(channel, epoch, 1, null, null);
    awaitHead(channel, epoch, 1);
    return epoch;
  }

  void awaitHead(String channel, String epoch, long offset) {
    Position expected = new Position(epoch, offset);
    Await.until(channel + " at " + expected, () -> expected.equals(head(channel)));
  }

  @Nullable Position head(String channel) {
    return head(hub, channel);
  }

  static @Nullable Position head(HubThread hub, String channel) {
    CompletableFuture<@Nullable Position> head = new CompletableFuture<>();
    hub.run(h -> head.complete(h.head(channel)));
    return head.join();
  }
}
