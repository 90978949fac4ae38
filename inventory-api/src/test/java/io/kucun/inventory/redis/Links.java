package io.kucun.inventory.redis;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;

/** Links outside a running service. */
public final class Links {
  private Links() {}

  /** Links that begin to connect. */
  public static RedisLinks open(Vertx vertx, int size, String url) {
    RedisLinks links = new RedisLinks(vertx, size, url);
    links.start(new StartupEvent());
    return links;
  }

  /** Closes them. */
  public static void close(RedisLinks links) {
    links.stop(new ShutdownEvent());
  }
}
