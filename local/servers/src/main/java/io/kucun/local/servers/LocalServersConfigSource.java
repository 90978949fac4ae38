package io.kucun.local.servers;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the addresses of the {@link LocalServers}, starting each when its address is first read.
 *
 * <p>A variable that the environment or a system property sets never gets here, so its server is
 * not started.
 */
final class LocalServersConfigSource implements ConfigSource {
  /** Above application.properties (250), below {@code .env} (295) and the environment (300). */
  private static final int ORDINAL = 275;

  private final boolean redis;
  private final boolean postgres;

  LocalServersConfigSource(String which) {
    switch (which) {
      case "all" -> {
        redis = true;
        postgres = true;
      }
      case "redis" -> {
        redis = true;
        postgres = false;
      }
      case "none" -> {
        redis = false;
        postgres = false;
      }
      default ->
          throw new IllegalArgumentException(
              LocalServersConfigSourceFactory.WHICH + " is none of all, redis, none: " + which);
    }
  }

  @Override
  public @Nullable String getValue(String name) {
    return switch (name) {
      case "REDIS_URL" -> redis ? LocalServers.redisUrl() : null;
      case "DATABASE_URL" -> postgres ? LocalServers.databaseUrl() : null;
      case "DATABASE_USER", "DATABASE_PASSWORD" -> postgres ? PostgresServer.NAME : null;
      default -> null;
    };
  }

  /** Nothing is listed: whoever walks through all properties must not start servers by that. */
  @Override
  public Set<String> getPropertyNames() {
    return Set.of();
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public String getName() {
    return "local servers";
  }
}
