package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.PostgresServer;
import io.kucun.local.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(9)
@DisplayName("A service whose REDIS_URL leads to a Redis Cluster")
class ClusterTest {
  private static final String LINE = "REDIS_URL leads to a Redis Cluster";

  @TempDir private Path directory;
  private final int port = Ports.freeForCluster();
  private @Nullable RedisServer redis;

  @BeforeEach
  void start() {
    redis = RedisServer.clusterNode(directory, port, directory.resolve("redis.log"));
  }

  @AfterEach
  void stop() {
    if (redis != null) {
      redis.process().stop("KILL", Duration.ofSeconds(5));
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String port : List.of("API_PORT", "WS_PORT", "MANAGEMENT_PORT")) {
      environment.put(port, Integer.toString(Ports.free()));
    }
    environment.put("DATABASE_URL", PostgresServer.url(Ports.free()));
    environment.put("DATABASE_USER", "kucun");
    environment.put("DATABASE_PASSWORD", "kucun");
    environment.put("REDIS_URL", "redis://127.0.0.1:" + port);
    environment.put("OIDC_ISSUER", "http://127.0.0.1:" + Ports.free());
    environment.put("OIDC_AUDIENCE", "kucun");
    return environment;
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory-api", "realtime-gateway"})
  @DisplayName("ends by itself with exit code 1 and a line that names the variable")
  void ends(String service) throws IOException, InterruptedException {
    String output = outputOf(service, "false");
    assertThat(output.lines().filter(it -> it.contains(LINE)))
        .as(output)
        .hasSize(1)
        .allMatch(line -> line.contains("FATAL") && line.contains("127.0.0.1:" + port));
    assertThat(output).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory-api", "realtime-gateway"})
  @DisplayName("says so in an object a line, if logs are to be such")
  void inJson(String service) throws IOException, InterruptedException {
    List<JsonNode> lines = outputOf(service, "true").lines().map(Json::parse).toList();
    assertThat(lines)
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.path("service").asText().equals(service))
        .allMatch(line -> line.has("timestamp") && line.has("level") && line.has("loggerName"));
    assertThat(lines.stream().filter(it -> it.path("message").asText().startsWith(LINE)))
        .hasSize(1)
        .allMatch(line -> line.path("level").asText().equals("FATAL"));
  }

  /** All that a service says until it has ended. */
  private String outputOf(String service, String json) throws IOException, InterruptedException {
    Path jar = Stack.ROOT.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path log = directory.resolve("service.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString());
    builder.environment().putAll(environment());
    builder.environment().put("LOG_JSON", json);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      String output = Files.readString(log);
      assertThat(process.exitValue()).as(output).isEqualTo(1);
      return output;
    } finally {
      process.destroyForcibly();
    }
  }
}
