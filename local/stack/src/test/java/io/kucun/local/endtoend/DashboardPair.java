package io.kucun.local.endtoend;

import io.kucun.local.rig.Service;
import io.kucun.local.servers.Ports;
import io.kucun.local.stack.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A second pair of the packaged services, on the servers of the shared system. Its gateway can be
 * stopped, which the launcher would take for the end of the system; browsers reach it through a
 * port on which the tests put something that can be cut.
 */
final class DashboardPair implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final int apiPort = Ports.free();
  private final int gatewayPort = Ports.free();
  private final int frontPort = Ports.free();
  private final Settings settings;
  private final Service api;
  private final Service gateway;
  private final Keeper keeper;

  DashboardPair(Settings settings, Path directory) {
    this.settings = settings;
    this.api = new Service("inventory-api", "api", environment(apiOnly()), directory);
    this.gateway =
        new Service("realtime-gateway", "gateway", environment(gatewayOnly()), directory);
    this.keeper = new Keeper(this::restart);
    api.start();
    gateway.start();
    api.awaitReady();
    gateway.awaitReady();
  }

  private String origin() {
    return "http://localhost:" + apiPort;
  }

  private String front() {
    return "http://localhost:" + frontPort;
  }

  private Map<String, String> environment(Map<String, String> own) {
    Map<String, String> environment = new HashMap<>(own);
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("REDIS_URL", settings.redisUrl());
    environment.put("OIDC_ISSUER", settings.issuer());
    environment.put("OIDC_AUDIENCE", "kucun");
    return environment;
  }

  private Map<String, String> apiOnly() {
    return Map.of(
        "API_PORT", Integer.toString(apiPort),
        "DATABASE_URL", settings.databaseUrl(),
        "DATABASE_USER", settings.databaseUser(),
        "DATABASE_PASSWORD", settings.databasePassword(),
        "WEB_OIDC_CLIENT_ID", "kucun-web",
        "WEB_GATEWAY_URL", front());
  }

  private Map<String, String> gatewayOnly() {
    return Map.of("WS_PORT", Integer.toString(gatewayPort), "WS_ALLOWED_ORIGINS", origin());
  }

  /** What the tests have to know, as variables. */
  Map<String, String> place() {
    return Map.of(
        "KUCUN_DASHBOARD", origin(),
        "KUCUN_ISSUER", settings.issuer(),
        "KUCUN_FRONT_PORT", Integer.toString(frontPort),
        "KUCUN_GATEWAY_PORT", Integer.toString(gatewayPort),
        "KUCUN_KEEPER", keeper.url());
  }

  private void restart() {
    gateway.signal("TERM");
    gateway.exitCode(STOP_LIMIT);
    gateway.start();
    gateway.awaitReady();
  }

  @Override
  public void close() {
    keeper.close();
    gateway.close();
    api.close();
  }
}
