package io.kucun.gateway;

import io.kucun.local.servers.LocalServers;
import io.kucun.local.servers.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the packaged gateway needs around it, and how it is told. */
public final class Packaged implements QuarkusTestResourceLifecycleManager {
  private static final int MANAGEMENT = Ports.free();

  /** Where it tells its metrics and its readiness. */
  static URI management() {
    return URI.create("http://127.0.0.1:" + MANAGEMENT + "/");
  }

  @Override
  public Map<String, String> start() {
    Config config = ConfigProvider.getConfig();
    return Map.of(
        "REDIS_URL", LocalServers.redisUrl(),
        "OIDC_ISSUER", config.getValue("OIDC_ISSUER", String.class),
        "OIDC_AUDIENCE", config.getValue("OIDC_AUDIENCE", String.class),
        "WS_ALLOWED_ORIGINS", config.getValue("WS_ALLOWED_ORIGINS", String.class),
        "MANAGEMENT_PORT", Integer.toString(MANAGEMENT),
        // A key instead of an issuer.
        "quarkus.oidc.public-key", config.getValue("quarkus.oidc.public-key", String.class),
        "quarkus.oidc.auth-server-url", "");
  }

  @Override
  public void stop() {
    // The servers end with this JVM.
  }
}
