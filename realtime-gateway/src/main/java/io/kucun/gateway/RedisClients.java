package io.kucun.gateway;

import io.vertx.redis.client.Redis;

/**
 * The connections to Redis.
 *
 * @param commands a pool for ordinary commands
 * @param subscription makes the one connection that events arrive on
 */
record RedisClients(Redis commands, Redis subscription) {

  void close() {
    commands.close();
    subscription.close();
  }
}
