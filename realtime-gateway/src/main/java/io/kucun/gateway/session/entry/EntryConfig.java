package io.kucun.gateway.session.entry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may come in, and how many. */
@ConfigMapping(prefix = "kucun.entry")
interface EntryConfig {

  /** Exact web origins whose pages may use the gateway; none by default. */
  Optional<List<String>> allowedOrigins();

  /** Address ranges of our own proxies; none by default, then the peer's address counts. */
  Optional<List<String>> trustedProxies();

  int maxConnections();

  int maxConnectionsPerUser();

  int maxConnectionsPerAddress();

  /** For handshakes and for tickets each. */
  int maxHandshakesPerSecond();

  /** After which a handshake that never became a socket is counted out. */
  @WithDefault("10S")
  Duration handshakeTimeout();
}
