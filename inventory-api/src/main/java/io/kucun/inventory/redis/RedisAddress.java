package io.kucun.inventory.redis;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the client its address from the one variable that knows all its forms. */
@ApplicationScoped
class RedisAddress implements RedisOptionsCustomizer {
  private final RedisUrl url;

  RedisAddress(
      @ConfigProperty(name = "REDIS_URL", defaultValue = "redis://127.0.0.1:6379") String url) {
    this.url = RedisUrl.parse(url);
  }

  @Override
  public void customize(String clientName, RedisOptions options) {
    url.applyTo(options);
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
