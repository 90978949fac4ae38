package io.kucun.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the gateway reads from, and what it offers. */
@ConfigMapping(prefix = "kucun.gateway")
interface GatewayConfig {

  String redisUrl();

  /** Connections for commands; the subscription has its own. */
  int redisPoolSize();

  /** The first part of every Redis key and channel. */
  String namespace();

  /** Which role reads which channel. */
  String channels();

  /** How often the link to Redis is probed and positions are compared. */
  @WithDefault("2S")
  Duration checkEvery();

  /** The most recent events of a channel that are kept in memory for clients that come back. */
  @WithDefault("10000")
  int logEvents();

  /** The same bound, in bytes of event text. */
  @WithDefault("16777216")
  long logBytes();

  /** How long an event is kept in memory, while Redis is in reach. */
  @WithDefault("PT5M")
  Duration logAge();

  /**
   * The most that is kept besides, over all channels, of older events read back from Redis, in
   * bytes of event text.
   */
  @WithDefault("16777216")
  long olderBytes();

  /** The most that is replayed to one client on one channel, in bytes. */
  @WithDefault("33554432")
  long replayBytes();
}
