package io.kucun.inventory.cache;

import io.kucun.inventory.events.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names of the cache's keys in Redis. */
@ApplicationScoped
class CacheKeys {
  private final String namespace;
  private final List<String> positions;

  CacheKeys(@ConfigProperty(name = "REDIS_NAMESPACE", defaultValue = "kucun") String namespace) {
    this.namespace = namespace;
    this.positions =
        Stream.of(Channel.values()).map(it -> namespace + ":pos:" + it.wire()).toList();
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

  /** Of all channels, in their order. */
  List<String> positions() {
    return positions;
  }
}
