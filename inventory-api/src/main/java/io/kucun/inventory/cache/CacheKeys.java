package io.kucun.inventory.cache;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names of the cache's keys in Redis. */
@ApplicationScoped
class CacheKeys {
  private final String namespace;

  CacheKeys(@ConfigProperty(name = "REDIS_NAMESPACE", defaultValue = "kucun") String namespace) {
    this.namespace = namespace;
  }

  String entry(CacheKey key) {
    return namespace + ":" + key.name();
  }

  String lease(CacheKey key) {
    return namespace + ":lease:" + key.name();
  }

  String generation(String tag) {
    return namespace + ":gen:" + tag;
  }

  String position(String channel) {
    return namespace + ":pos:" + channel;
  }
}
