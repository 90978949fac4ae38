package io.kucun.local.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.rig.Answer;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A packaged service that knows a collector")
class TracingTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String SHORT = "kucun_reads_short_total";

  private final Collector collector = new Collector();
  private Path directory;
  private Surroundings around;
  private String token;

  @BeforeAll
  void begin(@TempDir Path directory) {
    this.directory = directory;
    around = new Surroundings(directory);
    token = around.token();
  }

  @AfterAll
  void end() {
    collector.close();
    around.close();
  }

  private static String fresh() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(around.environment());
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
    environment.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "50ms");
    environment.put("QUARKUS_LOG_CATEGORY__IO_KUCUN__LEVEL", "DEBUG");
    environment.put("LOG_JSON", "true");
    return environment;
  }

  private String head(String trace) {
    return "Authorization: Bearer %s\r\ntraceparent: 00-%s-00f067aa0ba902b7-01\r\n"
        .formatted(token, trace);
  }

  private void heard(String id) {
    Await.until("the collector has heard of " + id, LIMIT, () -> collector.heard(id));
  }

  @Test
  @DisplayName(
      "tells it of writes and reads, also of those that are answered before the REST layer")
  void api() throws IOException {
    Map<String, String> environment = environment();
    try (Service service = new Service("inventory-api", "traced-api", environment, directory);
        HttpLine line = new HttpLine(Integer.parseInt(environment.get("API_PORT")))) {
      service.start();
      service.awaitReady();
      String written = fresh();
      Answer answer =
          line.send(
              "POST",
              "/api/v1/products",
              head(written),
              "{\"code\":\"T1\",\"name\":\"tile\",\"unit\":\"piece\"}");
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
      assertThat(answer.header("traceresponse")).startsWith("00-" + written + "-").endsWith("-01");
      heard(written);
      heard(answer.header("traceresponse").substring(36, 52));
      assertThat(Files.readString(service.log())).contains("\"traceId\":\"" + written + "\"");
      heard(shortRead(service, line));
      keepsQuery(line, "/api/v1/products", "access_token");
    }
  }

  /** The request is in a trace, and not what stands in its query. */
  private void keepsQuery(HttpLine line, String path, String parameter) throws IOException {
    String trace = fresh();
    String secret = fresh();
    line.send("GET", path + "?" + parameter + "=" + secret, head(trace), "");
    heard(trace);
    assertThat(collector.told(path)).isTrue();
    assertThat(collector.told(secret)).as(parameter + " in a trace").isFalse();
  }

  /** The trace of a read that the REST layer has not seen. */
  private String shortRead(Service service, HttpLine line) throws IOException {
    String trace;
    double before;
    do {
      before = service.metric(SHORT);
      trace = fresh();
      assertThat(line.send("GET", "/api/v1/products", head(trace), "").status()).isEqualTo(200);
    } while (service.metric(SHORT) <= before);
    return trace;
  }

  @Test
  @DisplayName("tells it of tickets, and never what is in a query")
  void gateway() throws IOException {
    Map<String, String> environment = environment();
    try (Service service = new Service("realtime-gateway", "traced-gw", environment, directory);
        HttpLine line = new HttpLine(Integer.parseInt(environment.get("WS_PORT")))) {
      service.start();
      service.awaitReady();
      String trace = fresh();
      assertThat(line.send("POST", "/tickets", head(trace) + "Content-Length: 0\r\n", "").status())
          .isEqualTo(201);
      heard(trace);
      keepsQuery(line, "/ws", "ticket");
    }
  }
}
