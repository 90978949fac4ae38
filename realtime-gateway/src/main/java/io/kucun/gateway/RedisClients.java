package io.kucun.gateway;

import io.vertx.redis.client.Redis;
import java.util.function.Supplier;

/**
 * The connections to Redis.
 *
 * @param commands a pool for ordinary commands
 * @param subscriptions makes clients, each for one connection that events arrive on
 */
record RedisClients(Redis commands, Supplier<Redis> subscriptions) {

  void close() {
    commands.close();
  }
}
