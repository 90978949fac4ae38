package io.kucun.inventory.redis;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;

/** Links outside a running service. */
public final class Links {
  private Links() {}

  /** Links that begin to connect; a refusal is a failure of the test. */
  public static RedisLinks open(Vertx vertx, int size, String url) {
    return open(
        vertx,
        line -> {
          throw new AssertionError(line);
        },
        size,
        url);
  }

  /** The same with a refusal of one's own. */
  static RedisLinks open(Vertx vertx, Refusal refusal, int size, String url) {
    RedisLinks links = new RedisLinks(vertx, refusal, size, url);
    links.start(new StartupEvent());
    return links;
  }

  /** Closes them. */
  public static void close(RedisLinks links) {
    links.stop(new ShutdownEvent());
  }
}
