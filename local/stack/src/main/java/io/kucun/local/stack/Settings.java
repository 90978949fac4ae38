package io.kucun.local.stack;

import io.kucun.local.servers.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where everything is, from the environment.
 *
 * @param root the clone
 * @param directory the state of this run of the system
 * @param environment the variables of the launcher, passed on to the services
 */
public record Settings(Path root, StateDirectory directory, Map<String, String> environment) {
  /** The name of the realm of the local run. */
  public static final String REALM = "kucun";

  /** Checks the ports too. */
  public static Settings of(Path root, Map<String, String> environment) {
    Ports.requireDistinct(environment);
    String state = environment.getOrDefault("KUCUN_STATE_DIR", "");
    Path path = state.isBlank() ? root.resolve(".kucun") : root.resolve(state);
    return new Settings(root, new StateDirectory(path.normalize()), Map.copyOf(environment));
  }

  /** Those of the system that runs with this state directory; these if none does. */
  public Settings ofRunning() {
    if (LauncherLock.holder(directory).isEmpty()) {
      return this;
    }
    Map<String, String> merged = new HashMap<>(environment);
    SavedSettings.NAMES.forEach(merged::remove);
    merged.putAll(SavedSettings.read(directory.settings()));
    return new Settings(root, directory, Map.copyOf(merged));
  }

  /**
   * These if they name a database, else those of the running system: whatever listens on the usual
   * port may be somebody else's.
   */
  public Settings ofDatabase() {
    if (!starts(Part.POSTGRES)) {
      return this;
    }
    if (LauncherLock.holder(directory).isEmpty()) {
      throw new StackException(
          "No system runs in "
              + directory.path()
              + ": start it (./kucun up), or name its database in DATABASE_URL");
    }
    return ofRunning();
  }

  /** The port as configured. */
  public int port(Ports port) {
    return port.in(environment);
  }

  /** Whether the launcher starts that part, and doesn't use one that a variable names. */
  public boolean starts(Part part) {
    return part.override().isEmpty() || given(part.override()).isEmpty();
  }

  /** As the services get it. */
  public String databaseUrl() {
    String given = given("DATABASE_URL");
    return given.isEmpty() ? PostgresServer.url(port(Ports.POSTGRES)) : given;
  }

  /** As the services get it. */
  public String databaseUser() {
    return starts(Part.POSTGRES) ? PostgresServer.NAME : given("DATABASE_USER");
  }

  /** As the services get it. */
  public String databasePassword() {
    return starts(Part.POSTGRES) ? PostgresServer.NAME : given("DATABASE_PASSWORD");
  }

  /** As the services get it. */
  public String redisUrl() {
    String given = given("REDIS_URL");
    return given.isEmpty() ? "redis://127.0.0.1:" + port(Ports.REDIS) : given;
  }

  /** The first part of every Redis key. */
  public String redisNamespace() {
    String given = given("REDIS_NAMESPACE");
    return given.isEmpty() ? "kucun" : given;
  }

  /** The address of Keycloak as browsers and services see it. */
  public String keycloakUrl() {
    return "http://localhost:" + port(Ports.KEYCLOAK);
  }

  /** As the services get it. */
  public String issuer() {
    String given = given("OIDC_ISSUER");
    return given.isEmpty() ? keycloakUrl() + "/realms/" + REALM : given;
  }

  /** The public address of inventory-api. */
  public String apiUrl() {
    return "http://localhost:" + port(Ports.API);
  }

  /** The public address of realtime-gateway. */
  public String gatewayUrl() {
    return "http://localhost:" + port(Ports.GATEWAY);
  }

  /** The health answer of a service: 200 once it is ready. */
  String healthUrl(Part part) {
    Ports management = part == Part.API ? Ports.API_MANAGEMENT : Ports.GATEWAY_MANAGEMENT;
    return "http://127.0.0.1:" + port(management) + "/q/health/ready";
  }

  /** The public address of a part. */
  public String address(Part part) {
    return switch (part) {
      case POSTGRES -> databaseUrl();
      case REDIS -> redisUrl();
      case KEYCLOAK -> starts(part) ? keycloakUrl() : issuer();
      case API -> apiUrl();
      case GATEWAY -> gatewayUrl();
    };
  }

  private String given(String variable) {
    return environment.getOrDefault(variable, "").strip();
  }
}
