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

  /** How long a client may read nothing of what waits for it before it is closed as too slow. */
  @WithDefault("30S")
  Duration stalledAtMost();

  /** How long a socket lives on after its token has expired, so that a renewal may be late. */
  @WithDefault("25S")
  Duration tokenGrace();

  /** Over how long clients are sent elsewhere at most when this node stops. */
  Duration drainWindow();

  /** How many of them leave in a second, if the window allows: what another node lets in. */
  int drainPerSecond();
}
