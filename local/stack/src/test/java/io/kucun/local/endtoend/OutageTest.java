package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.keycloak.KeycloakDistribution;
import io.kucun.local.keycloak.KeycloakHome;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.ServiceProcess;
import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.PostgresServer;
import io.kucun.local.servers.RedisServer;
import io.kucun.local.servers.Spawn;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(9)
@DisplayName("When PostgreSQL, Redis and Keycloak are not there at the start")
class OutageTest {
  private static final Duration RECOVERY = Duration.ofMinutes(2);

  @TempDir private Path directory;
  private final int postgres = Ports.free();
  private final int redis = Ports.free();
  private final int keycloak = Ports.free();
  private final int apiHealth = Ports.free();
  private final int gatewayHealth = Ports.free();
  private final List<ChildProcess> processes = new ArrayList<>();

  @BeforeEach
  void start() {
    start(
        "inventory-api", Map.of("MANAGEMENT_PORT", "" + apiHealth, "API_PORT", "" + Ports.free()));
    start(
        "realtime-gateway",
        Map.of("MANAGEMENT_PORT", "" + gatewayHealth, "WS_PORT", "" + Ports.free()));
  }

  @AfterEach
  void stop() {
    processes.reversed().forEach(process -> process.stop("KILL", Duration.ofSeconds(5)));
  }

  private void start(String service, Map<String, String> ports) {
    Map<String, String> environment = new HashMap<>(ports);
    environment.put("DATABASE_URL", PostgresServer.url(postgres));
    environment.put("DATABASE_USER", PostgresServer.NAME);
    environment.put("DATABASE_PASSWORD", PostgresServer.NAME);
    environment.put("REDIS_URL", "redis://127.0.0.1:" + redis);
    environment.put("OIDC_ISSUER", "http://localhost:" + keycloak + "/realms/kucun");
    environment.put("OIDC_AUDIENCE", "kucun");
    processes.add(ServiceProcess.start(service, environment, directory, service));
  }

  private Path log(String name) {
    return directory.resolve(name + ".log");
  }

  private String logged(String name) {
    try {
      return Files.readString(log(name));
    } catch (IOException e) {
      return "";
    }
  }

  private static int health(int port) {
    try {
      return Raw.get("http://127.0.0.1:" + port + "/q/health/ready").statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Test
  @DisplayName("the services wait for them without a stack trace, and come up by themselves")
  void comesUp() {
    Await.until("API answers", RECOVERY, () -> health(apiHealth) == 503);
    Await.until("gateway answers", RECOVERY, () -> health(gatewayHealth) == 503);
    Await.until("Redis is named", RECOVERY, () -> logged("inventory-api").contains("Redis"));
    Await.until(
        "PostgreSQL is named", RECOVERY, () -> logged("inventory-api").contains("PostgreSQL"));
    Await.until("Redis is named", RECOVERY, () -> logged("realtime-gateway").contains("Redis"));

    awaitAbsence();
    processes.add(
        PostgresServer.transientIn(directory.resolve("postgres"), postgres, log("postgres"))
            .process());
    processes.add(
        RedisServer.transientIn(directory.resolve("redis"), redis, log("redis")).process());
    startKeycloak();
    Await.until("API is ready", RECOVERY, () -> health(apiHealth) == 200);
    Await.until("gateway is ready", RECOVERY, () -> health(gatewayHealth) == 200);
    assertThat(processes).allMatch(ChildProcess::isAlive);
    assertQuiet("inventory-api");
    assertQuiet("realtime-gateway");
  }

  /** Pools and clients have time-outs of their own, which may speak up later than the first try. */
  private void awaitAbsence() {
    Duration absence = Duration.ofSeconds(Scale.of(1, 45));
    long begin = System.nanoTime();
    Await.until(
        "long enough away",
        absence.plusSeconds(10),
        () -> System.nanoTime() - begin > absence.toNanos());
  }

  /** A line for each change of state: three parts that go up, and the start itself. */
  private void assertQuiet(String service) {
    String log = logged(service);
    assertThat(log).doesNotContain("\tat ");
    assertThat(log.lines().count()).as(log).isLessThan(30);
  }

  private void startKeycloak() {
    Path distribution =
        new KeycloakDistribution(Stack.ROOT.resolve(".kucun/cache"))
            .prepare(log("keycloak"), process -> {}, (what, where, took) -> {});
    KeycloakHome home = new KeycloakHome(directory.resolve("keycloak"), distribution);
    String url = "http://localhost:" + keycloak;
    home.create(Stack.ROOT.resolve("local/keycloak/kucun-realm.json"), "http://localhost:8080");
    Process process =
        Spawn.inOwnSession(
            home.startCommand(keycloak, url), home::environment, directory, log("keycloak"));
    processes.add(ChildProcess.of(process.toHandle(), "java"));
  }
}
