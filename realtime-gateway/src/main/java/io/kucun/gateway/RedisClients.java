package io.kucun.gateway;

import io.vertx.redis.client.Redis;
import java.util.function.Supplier;

/**
 * The connections to Redis.
 *
 * @param commands a pool for tickets and orders
 * @param logs a pool for reading what Redis keeps of channels
 * @param subscriptions makes clients, each for one connection that events arrive on
 */
record RedisClients(Redis commands, Redis logs, Supplier<Redis> subscriptions) {

  void close() {
    commands.close();
    logs.close();
  }
}
