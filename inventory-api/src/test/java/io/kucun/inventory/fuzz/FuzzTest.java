package io.kucun.inventory.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.kucun.inventory.testing.ApiDocument;
import io.kucun.inventory.testing.ApiDocument.Operation;
import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Samples;
import io.kucun.inventory.testing.Samples.Sample;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hostile values in every place of every request that the API's description names. */
@QuarkusTest
@DisplayName("A hostile request")
class FuzzTest {
  private static final Logger LOG = Logger.getLogger(FuzzTest.class);
  private static final int VALUES = Scale.of(6, Integer.MAX_VALUE);

  /** Of a text in a target: beyond 4 KiB, HTTP itself refuses. */
  private static final int LONGEST = 300;

  @Inject DataSource database;

  private final long seed = Long.getLong("kucun.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private ApiDocument document;
  private RowChanges changes;
  private Prober prober;

  @BeforeEach
  void open() throws Exception {
    document = ApiDocument.served();
    changes = new RowChanges(database);
    prober = prober(RestAssured.baseURI + ":" + RestAssured.port);
    LOG.infof("The seed is %d", seed);
  }

  @AfterEach
  void close() throws Exception {
    LOG.infof("Answers by status: %s", prober.answers());
    prober.close();
    changes.close();
  }

  private Prober prober(String base) {
    String token = As.token("admin", "kucun", Duration.ofHours(1), "admin");
    return new Prober(document, base, token, changes);
  }

  @Test
  @DisplayName("is refused with a known code and changes nothing, or succeeds; it never fails")
  void everything() throws Exception {
    List<String> faults = new ArrayList<>();
    for (Operation operation : document.operations()) {
      for (Attempt attempt : attempts(operation)) {
        faults.addAll(prober.faults(operation, attempt.fresh()));
      }
    }
    assertThat(faults).as("with -Dkucun.seed=%d", seed).isEmpty();
  }

  @Test
  @DisplayName("is preceded by proof: each example of the description succeeds and fits it")
  void examples() throws Exception {
    for (Operation operation : document.operations()) {
      for (Sample sample : Samples.of(document, operation).values()) {
        Attempt valid = Attempt.of("the example", sample.path(), sample.type(), sample.body());
        assertThat(prober.faults(operation, valid)).isEmpty();
      }
    }
    assertThat(prober.answers().keySet()).as("only successes").allMatch(status -> status < 300);
  }

  @Test
  @DisplayName("would be caught if it failed, changed a row, or were refused in other words")
  void planted() throws Exception {
    String product = Given.product();
    Map<String, String> answers = new TreeMap<>();
    answers.put("500", "");
    answers.put("503", "{\"code\":\"unavailable\"}");
    answers.put("400", "{\"code\":\"validation\"}");
    answers.put("404", "{\"code\":\"never_heard\"}");
    answers.put("409", "{\"code\":\"has_reservations\"}");
    answers.put("418", "{\"code\":\"validation\"}");
    answers.put("200", "{\"data\":[{\"id\":1}]}");
    HttpServer stub =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.createContext(
        "/",
        exchange -> {
          String status = exchange.getRequestURI().getPath().substring(1);
          if (status.equals("400")) {
            Given.stock(product, null, null, 1);
          }
          exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
          byte[] body = answers.get(status).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(Integer.parseInt(status), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    stub.start();
    Operation list =
        document.operations().stream()
            .filter(operation -> operation.name().equals("GET /api/v1/products"))
            .findFirst()
            .orElseThrow();
    try (Prober planted = prober("http://localhost:" + stub.getAddress().getPort())) {
      for (String status : answers.keySet()) {
        Attempt attempt = Attempt.of("planted", "/" + status, "application/json", null);
        assertThat(planted.faults(list, attempt)).as(status).isNotEmpty();
      }
    } finally {
      stub.stop(0);
    }
  }

  private List<Attempt> attempts(Operation operation) {
    List<Attempt> attempts = new ArrayList<>();
    Map<String, Sample> samples = new TreeMap<>(Samples.of(document, operation));
    Sample sample = samples.values().iterator().next();
    for (JsonNode parameter : document.parameters(operation, "query")) {
      String name = parameter.path("name").asText();
      for (String text : some(Hostile.texts())) {
        String path =
            sample.path() + (sample.path().contains("?") ? "&" : "?") + name + "=" + encoded(text);
        attempts.add(attempt(name + "=" + text, path, sample));
      }
    }
    if (operation.path().contains("{")) {
      for (String text : some(Hostile.texts())) {
        String path = operation.path().replaceFirst("\\{[^}]*}", encoded(text));
        attempts.add(attempt("the path " + text, path, sample).anywhere());
      }
    }
    for (JsonNode parameter : document.parameters(operation, "header")) {
      String name = parameter.path("name").asText();
      for (String text :
          some(
              List.of(
                  "",
                  "x",
                  "\"",
                  "\"0\"",
                  "W/\"0\"",
                  "*",
                  ",,,",
                  "\"a\",\"b\"",
                  "-1",
                  "é",
                  "x".repeat(300),
                  "x".repeat(4_000),
                  "zh;q=9",
                  "*;q=0.1, zh"))) {
        attempts.add(attempt(name + ": " + text, sample.path(), sample).with(name, text));
      }
    }
    samples.values().forEach(one -> attempts.addAll(bodies(operation, one)));
    return attempts;
  }

  private List<Attempt> bodies(Operation operation, Sample sample) {
    List<Attempt> attempts = new ArrayList<>();
    if (sample.body() == null) {
      return attempts;
    }
    for (String body : some(Hostile.bodies())) {
      attempts.add(Attempt.of("the body " + body, sample.path(), sample.type(), body));
    }
    for (String type :
        some(
            List.of(
                "text/plain", "application/xml", "application/json; charset=utf-16", "*/*", "x"))) {
      attempts.add(attempt("the type " + type, sample.path(), sample).with("Content-Type", type));
    }
    JsonNode schema = document.content(operation).path("application/json").path("schema");
    for (String pointer : Fields.of(document, schema)) {
      for (String value : some(Hostile.values())) {
        String body = Fields.replaced(sample.body(), pointer, value);
        attempts.add(Attempt.of(pointer + " = " + value, sample.path(), sample.type(), body));
      }
    }
    return attempts;
  }

  private List<String> some(List<String> values) {
    return Hostile.some(values, VALUES, random);
  }

  private static Attempt attempt(String what, String path, Sample sample) {
    return Attempt.of(what, path, sample.type(), sample.body());
  }

  private static String encoded(String text) {
    String plain = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return URLEncoder.encode(ApiDocument.parse('"' + plain + '"').asText(), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
