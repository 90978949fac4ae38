package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@DisplayName("The id of a request")
class RequestIdTest {
  private static final String HEADER = "X-Request-Id";
  private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String PRODUCTS = "/api/v1/products";

  @Inject Sql sql;

  @Test
  @DisplayName("is the caller's on every answer, also of what never reaches the REST layer")
  void callers() {
    String id = "Az09._-" + "x".repeat(57);
    String etag = As.viewer().get(PRODUCTS + "?limit=1").header("ETag");
    List<Response> answers =
        List.of(
            As.viewer().header(HEADER, id).get(PRODUCTS),
            As.viewer().header(HEADER, id).header("If-None-Match", etag).get(PRODUCTS + "?limit=1"),
            As.viewer().header(HEADER, id).get(PRODUCTS + "?colour=red"),
            As.anonymous().header(HEADER, id).get(PRODUCTS),
            As.viewer().header(HEADER, id).body("{}").post(PRODUCTS),
            As.viewer().header(HEADER, id).get("/nowhere"),
            As.admin().header(HEADER, id).body("x".repeat(3 << 20)).post(PRODUCTS));
    assertThat(answers)
        .extracting(Response::statusCode)
        .containsExactly(200, 304, 400, 401, 403, 404, 413);
    assertThat(answers).allSatisfy(answer -> assertThat(answer.header(HEADER)).isEqualTo(id));
  }

  static List<String> malformed() {
    return List.of("", " ", "two words", "x".repeat(65), "a\tb", "<script>", "caf\u00e9");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  @DisplayName("is a new one for a caller whose own is malformed")
  void malformed(String given) {
    As.viewer().header(HEADER, given).get(PRODUCTS).then().header(HEADER, matchesPattern(UUIDS));
  }

  @Test
  @DisplayName("is a new one each time for a caller without")
  void absent() {
    String first = As.viewer().get(PRODUCTS).header(HEADER);
    String second = As.viewer().get(PRODUCTS).header(HEADER);
    assertThat(List.of(first, second)).allMatch(id -> id.matches(UUIDS));
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  @DisplayName("finds the failure that nobody foresaw in the log; the caller is told no more of it")
  void logged() {
    Recorder recorder = new Recorder();
    Logger logger = Logger.getLogger(ProblemMappers.class.getName());
    logger.addHandler(recorder);
    sql.run(
        "CREATE FUNCTION planted_failure() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = 'XX001'; END$$");
    sql.run(
        "CREATE TRIGGER planted_failure BEFORE INSERT ON product FOR EACH ROW"
            + " WHEN (NEW.name = 'planted') EXECUTE FUNCTION planted_failure()");
    try {
      Response answer =
          As.admin()
              .header(HEADER, "the-one")
              .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-b9c7c989f97918e1-01")
              .body(Map.of("code", Given.code(), "name", "planted"))
              .post(PRODUCTS);
      answer.then().statusCode(500).header(HEADER, "the-one").body("code", equalTo("internal"));
      assertThat(answer.asString()).doesNotContain("planted").doesNotContain("XX001");
    } finally {
      sql.run("DROP FUNCTION planted_failure CASCADE");
      logger.removeHandler(recorder);
    }
    assertThat(recorder.messages).anyMatch(message -> message.contains("the-one"));
    assertThat(recorder.fields)
        .containsExactly(
            Map.of("requestId", "the-one", "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
  }

  /** Keeps what is logged. */
  private static final class Recorder extends Handler {
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final Queue<Map<String, String>> fields = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord entry) {
      fields.add(ExtLogRecord.wrap(entry).getMdcCopy());
      Object[] values = entry.getParameters();
      String message = entry.getMessage();
      messages.add(values == null || values.length == 0 ? message : message.formatted(values));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
