package io.kucun.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How one socket is treated. */
@ConfigMapping(prefix = "kucun.session")
interface SessionConfig {

  /** The largest command, in bytes. */
  @WithDefault("16384")
  int maxCommandBytes();

  @WithDefault("64")
  int maxChannels();

  @WithDefault("20")
  int commandsPerSecond();

  @WithDefault("40")
  int commandBurst();

  @WithDefault("25S")
  Duration pingEvery();

  @WithDefault("10S")
  Duration pongWithin();

  /** How much is given to a socket before it has sent it, in characters. */
  @WithDefault("65536")
  int maxInFlight();

  /**
   * How much waits besides before a client is closed as too slow, in characters of texts that all
   * clients share.
   */
  @WithDefault("16777216")
  long maxWaiting();

  /** Over how long clients are told to come back when this node stops. */
  @WithDefault("2S")
  Duration drainWindow();
}
