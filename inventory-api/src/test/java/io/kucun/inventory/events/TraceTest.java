package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.LogLines;
import io.kucun.inventory.testing.RedisProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The trace of a write")
class TraceTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @Inject RedisProbe redis;

  private static Response create(String traceparent, String key) {
    Response created =
        As.admin()
            .header("traceparent", traceparent)
            .header("Idempotency-Key", key)
            .body(Map.of("code", key, "name", "抛光砖"))
            .post("/api/v1/products");
    assertThat(created.statusCode()).isEqualTo(201);
    return created;
  }

  private List<String> spans(String product) {
    return redis.about(product, "products").stream()
        .map(envelope -> envelope.getString("traceparent"))
        .toList();
  }

  private void carries(Response created) {
    String span = created.header("traceresponse");
    Eventually.holds(() -> assertThat(spans(created.path("id"))).containsExactly(span));
  }

  @Test
  @DisplayName("goes from the caller to the answer and the event")
  void continued() {
    Response created = create(CALLER, Given.code());
    assertThat(created.header("traceresponse"))
        .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
        .isNotEqualTo(CALLER);
    carries(created);
  }

  @Test
  @DisplayName("begins here if the caller has none that is well-formed")
  void begun() {
    Response created = create("nonsense", Given.code());
    assertThat(created.header("traceresponse")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    carries(created);
  }

  @Test
  @DisplayName("is that of the first time when a write is sent again")
  void replayed() {
    String key = Given.code();
    Response first = create(CALLER, key);
    Response again = create(CALLER, key);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("traceresponse")).isNotEqualTo(first.header("traceresponse"));
    carries(first);
  }

  @Test
  @DisplayName("stands in the log at debug level, of the write and of the publication")
  void logged() {
    try (LogLines writes = new LogLines("io.kucun.inventory.write.Writes");
        LogLines relay = new LogLines("io.kucun.inventory.events.TraceLog")) {
      Response created = create(CALLER, Given.code());
      String span = created.header("traceresponse");
      assertThat(writes.lines()).contains("Wrote; events: 1, traceparent " + span);
      Eventually.holds(() ->
          assertThat(relay.lines())
              .anyMatch(line ->
                  line.matches("Published products [0-9a-f]{12}:\\d+, traceparent " + span)));
    }
  }

  @Test
  @DisplayName("is none of a read")
  void reads() {
    Response read = As.admin().header("traceparent", CALLER).get("/api/v1/products?limit=1");
    assertThat(read.headers().hasHeaderWithName("traceresponse")).isFalse();
  }

  @Test
  @DisplayName("ends an envelope, behind its owner")
  void last() {
    EventRow row = new EventRow("orders", "k", "o", List.of(), "{}", 1, 2, CALLER);
    assertThat(row.envelope("e"))
        .isEqualTo(
            "{\"channel\":\"orders\",\"data\":{},\"ts\":1,\"offset\":2,\"epoch\":\"e\",\"key\":\"k\","
                + "\"owner\":\"o\",\"traceparent\":\""
                + CALLER
                + "\"}");
  }
}
