package io.kucun.inventory.redis;

import io.kucun.inventory.testing.Eventually;
import io.vertx.mutiny.core.Vertx;
import org.assertj.core.api.Assertions;

/** Links to a Redis of a test's own. */
public final class TestLinks {
  private TestLinks() {}

  /** Links that are up. */
  public static RedisLinks open(Vertx vertx, int size, String url) {
    RedisLinks links = Links.open(vertx, size, url);
    Eventually.holds(() -> Assertions.assertThat(links.isUp()).isTrue());
    return links;
  }

  /** Closes them. */
  public static void close(RedisLinks links) {
    Links.close(links);
  }
}
