package io.kucun.gateway.session.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How frames get to the sockets. */
@ConfigMapping(prefix = "kucun.wire")
interface WireConfig {

  /** The most that waits for one client besides what its socket holds. */
  int maxBytesPerClient();

  /**
   * Whether clients share the bytes of a frame; otherwise each frame is encoded for each of them.
   */
  @WithDefault("true")
  boolean sharedFrames();
}
