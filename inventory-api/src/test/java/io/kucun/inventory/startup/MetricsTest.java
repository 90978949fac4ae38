package io.kucun.inventory.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Exposition;
import io.kucun.local.testing.Metric;
import io.kucun.local.testing.MetricsDocument;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The metrics")
class MetricsTest {
  private static final String SERVICE = "inventory-api";

  private final MetricsDocument document = MetricsDocument.read(Path.of("../docs/metrics.md"));

  @TestHTTPResource(value = "/", management = true)
  URI management = URI.create("http://set.by.quarkus/");

  private Map<String, Metric> exposed() {
    return Exposition.read(As.anonymous().get(management.resolve("/q/metrics")).asString());
  }

  @Test
  @DisplayName("of docs/metrics.md are exposed as it says")
  void described() {
    Given.product();
    As.viewer().get("/api/v1/products");
    Eventually.holds(() -> assertThat(document.contradictions(SERVICE, exposed())).isEmpty());
  }

  @Test
  @DisplayName("would not pass with other names, types, labels or words")
  void contradicted() {
    Map<String, Metric> exposed = new TreeMap<>(exposed());
    exposed.remove("kucun_redis_up");
    exposed.compute(
        "kucun_events_lag_seconds", (name, it) -> new Metric(name, "counter", Set.of(), "Age"));
    exposed.compute(
        "kucun_cache_reads_total",
        (name, it) -> new Metric(name, "counter", Set.of("tag"), "Reads"));
    exposed.compute("kucun_redis_clients", (name, it) -> new Metric(name, "gauge", Set.of(), ""));
    assertThat(document.contradictions(SERVICE, exposed))
        .contains(
            "kucun_redis_up is not exposed",
            "kucun_events_lag_seconds is a counter by []",
            "kucun_cache_reads_total is a counter by [tag]",
            "kucun_redis_clients says nothing of itself");
  }
}
