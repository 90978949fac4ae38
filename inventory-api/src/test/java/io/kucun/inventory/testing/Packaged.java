package io.kucun.inventory.testing;

import io.kucun.local.servers.LocalServers;
import io.kucun.local.servers.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the packaged service needs around it, and how it is told. */
public final class Packaged implements QuarkusTestResourceLifecycleManager {
  private static final int MANAGEMENT = Ports.free();

  /** Where it tells its metrics and its readiness. */
  public static String management(String path) {
    return "http://127.0.0.1:" + MANAGEMENT + path;
  }

  @Override
  public Map<String, String> start() {
    String key = ConfigProvider.getConfig().getValue("quarkus.oidc.public-key", String.class);
    return Map.ofEntries(
        Map.entry("DATABASE_URL", LocalServers.databaseUrl()),
        Map.entry("DATABASE_USER", "kucun"),
        Map.entry("DATABASE_PASSWORD", "kucun"),
        Map.entry("REDIS_URL", LocalServers.redisUrl()),
        Map.entry("OIDC_ISSUER", "https://issuer.test/realms/kucun"),
        Map.entry("OIDC_AUDIENCE", "kucun"),
        Map.entry("MANAGEMENT_PORT", Integer.toString(MANAGEMENT)),
        Map.entry("API_DOCS_UI", "true"),
        // A key instead of an issuer.
        Map.entry("quarkus.oidc.public-key", key),
        Map.entry("quarkus.oidc.auth-server-url", ""),
        Map.entry("kucun.cache.read-budget", "5s"));
  }

  @Override
  public void stop() {
    // The servers end with this JVM.
  }
}
