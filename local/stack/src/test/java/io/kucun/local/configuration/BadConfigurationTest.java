package io.kucun.local.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.rig.Await;
import io.kucun.local.rig.Service;
import io.kucun.local.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A packaged service that is configured badly")
class BadConfigurationTest {
  private static final String API = "inventory-api";
  private static final String GATEWAY = "realtime-gateway";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int UNAVAILABLE = 503;

  /** What both say of Redis and of the issuer. */
  private static final String WRONG_REDIS =
      "WARN .*Redis cannot be used .*WRONGPASS.*: check the user and the password in REDIS_URL;";

  private static final String NO_REDIS =
      "WARN .*Redis cannot be used .*Connection refused.*: check REDIS_URL, and whether Redis runs";
  private static final String NO_ISSUER =
      "WARN .*The OIDC issuer cannot be used .*: check OIDC_ISSUER, or OIDC_SERVER_URL";

  private Path directory;
  private Surroundings around;

  @BeforeAll
  void begin(@TempDir Path directory) {
    this.directory = directory;
    around = new Surroundings(directory);
  }

  @AfterAll
  void end() {
    around.close();
  }

  List<Start> hopeless() {
    return List.of(
        Start.of(
            API,
            "variables that are missing and malformed",
            Map.of("DATABASE_USER", "", "OIDC_ISSUER", "id", "REDIS_URL", "http://a:secret@b"),
            "^Missing environment variable DATABASE_USER: .*name",
            "^Malformed environment variable OIDC_ISSUER: expected .*https://",
            "^Malformed environment variable REDIS_URL: expected redis://host:6379 or"),
        Start.of(
            API,
            "a port that is taken",
            Map.of("API_PORT", around.takenPort()),
            "^API_PORT is " + around.takenPort() + ", .*: stop what listens there, or choose"),
        Start.of(
            API,
            "a schema that is newer than the code",
            Map.of("DATABASE_URL", around.database("later")),
            "FATAL .*DATABASE_URL leads to a schema at version 9999, newer than \\d+ .*: run the"),
        Start.of(
            GATEWAY,
            "variables that are missing and malformed",
            Map.of(
                "OIDC_AUDIENCE", "",
                "WS_CHANNELS", "orders",
                "REDIS_URL", "http://a:secret@b",
                "KUCUN_GATEWAY_LOG_AGE", "abc",
                "KUCUN_ENTRY_MAX_CONNECTIONS", "many"),
            "^Malformed environment variable KUCUN_ENTRY_MAX_CONNECTIONS: a whole number from",
            "^Malformed environment variable KUCUN_GATEWAY_LOG_AGE: a duration such as 25S",
            "^Missing environment variable OIDC_AUDIENCE: the audience",
            "^Malformed environment variable WS_CHANNELS: .*channel=role",
            "^Malformed environment variable REDIS_URL: redis://host:6379 expected"),
        Start.of(
            GATEWAY,
            "a variable that is malformed, where a log is an object a line",
            Map.of("LOG_JSON", "true", "WS_CHANNELS", "\"\\"),
            "^\\{\"timestamp\":\".*\"level\":\"FATAL\",\"message\":\"Malformed environment variable WS_CHANNELS: .*\",\"service\":\"realtime-gateway\"}$"),
        Start.of(
            GATEWAY,
            "a host that is not here",
            Map.of("QUARKUS_HTTP_HOST", "192.0.2.1"),
            "^QUARKUS_HTTP_HOST is 192.0.2.1, which is no address of this machine: correct it"),
        Start.of(
            GATEWAY,
            "a port that is taken",
            Map.of("WS_PORT", around.takenPort()),
            "^WS_PORT is " + around.takenPort() + ", .*: stop what listens there, or choose"));
  }

  List<Start> waiting() {
    String nowhere = "127.0.0.1:" + Ports.free();
    return List.of(
        Start.of(
            API,
            "wrong passwords, and an issuer out of reach",
            Map.of(
                "DATABASE_PASSWORD",
                "secret1",
                "REDIS_URL",
                around.redis("secret2"),
                "OIDC_ISSUER",
                "http://" + nowhere),
            "WARN .*PostgreSQL cannot be used .*28P01.*: check DATABASE_USER and DATABASE_PASSWORD;",
            WRONG_REDIS,
            NO_ISSUER),
        Start.of(
            API,
            "a database and a Redis that are not there, and another address than the issuer's",
            Map.of(
                "DATABASE_URL", around.database("absent"),
                "REDIS_URL", "redis://" + nowhere,
                "OIDC_ISSUER", around.issuer("/else")),
            "WARN .*PostgreSQL cannot be used .*3D000.*: create that database, or correct DATABASE_URL",
            NO_REDIS,
            NO_ISSUER),
        Start.of(
            API,
            "a database that can only be read",
            Map.of("DATABASE_URL", around.database("standby")),
            "WARN .*PostgreSQL cannot be used .*can only be read.*: let DATABASE_URL lead to the primary"),
        Start.of(
            GATEWAY,
            "a wrong password, and an issuer out of reach",
            Map.of("REDIS_URL", around.redis("secret2"), "OIDC_ISSUER", "http://" + nowhere),
            WRONG_REDIS,
            NO_ISSUER),
        Start.of(
            GATEWAY,
            "a Redis that is not there, and another address than the issuer's",
            Map.of("REDIS_URL", "redis://" + nowhere, "OIDC_ISSUER", around.issuer("/else")),
            NO_REDIS,
            NO_ISSUER));
  }

  private Service service(String module, Map<String, String> changes) {
    Map<String, String> environment = around.environment();
    environment.putAll(changes);
    return new Service(module, module + "-" + Ports.free(), environment, directory);
  }

  private static Stream<String> said(Service service) {
    try {
      return Files.exists(service.log())
          ? Files.readAllLines(service.log()).stream()
          : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean says(Service service, String line) {
    return said(service).anyMatch(it -> it.matches(".*(" + line + ").*"));
  }

  /** Each line once, and neither stack traces nor passwords. */
  private static void judge(Start start, Service service) {
    assertThat(start.lines())
        .allSatisfy(line ->
            assertThat(said(service).filter(it -> it.matches(".*(" + line + ").*")))
                .as("%s in %s", line, said(service).toList())
                .hasSize(1));
    assertThat(said(service)).noneMatch(it -> it.matches("\\s+at .*|.*(Exception|secret).*"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hopeless")
  @DisplayName("in a way that no waiting helps ends with exit code 1 and says why")
  void ends(Start start) {
    try (Service service = service(start.module(), start.changes())) {
      service.start();
      assertThat(service.exitCode(LIMIT)).as("%s", said(service).toList()).isEqualTo(1);
      judge(start, service);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waiting")
  @DisplayName("in a way that may be mended meanwhile is not ready and says why")
  void waits(Start start) {
    try (Service service = service(start.module(), start.changes())) {
      service.start();
      start.lines().forEach(line -> Await.until(line, LIMIT, () -> says(service, line)));
      Await.until("its port is open", LIMIT, () -> service.readiness() != 0);
      assertThat(service.readiness()).isEqualTo(UNAVAILABLE);
      judge(start, service);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {API, GATEWAY})
  @DisplayName("by an issuer's name that is not to the letter is ready and warns")
  void warns(String module) {
    Map<String, String> changes = Map.of("OIDC_ISSUER", around.issuer("/"));
    try (Service service = service(module, changes)) {
      service.start();
      service.awaitReady();
      String line = "WARN .*OIDC_ISSUER is .*/, but the issuer calls itself .*[0-9]: tokens";
      judge(Start.of(module, "a slash too much", changes, line), service);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {API, GATEWAY})
  @DisplayName("is no longer so with what these tests begin with: it is ready and warns of nothing")
  void ready(String module) {
    try (Service service = service(module, Map.of())) {
      service.start();
      service.awaitReady();
      assertThat(said(service)).noneMatch(it -> it.matches(".*(WARN|ERROR|FATAL|variable).*"));
    }
  }
}
