package io.kucun.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.documents.Repository;
import io.kucun.local.testing.Metric;
import io.kucun.local.testing.MetricsDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The queries")
class QueriesTest {
  private static final MetricsDocument METRICS =
      MetricsDocument.read(Repository.ROOT.resolve("docs/metrics.md"));

  private static Map<String, Metric> all() {
    Map<String, Metric> all = new HashMap<>(METRICS.of("inventory-api"));
    all.putAll(METRICS.of("realtime-gateway"));
    return all;
  }

  private static List<Query> queries(JsonNode dashboard) {
    return dashboard
        .path("panels")
        .valueStream()
        .flatMap(panel -> panel.path("targets").valueStream())
        .map(target -> new Query(target.path("expr").asText()))
        .toList();
  }

  private static Stream<String> faults(Query query, Map<String, Metric> metrics) {
    return query.faults(metrics).stream().map(fault -> query.text() + ": " + fault);
  }

  @Test
  @DisplayName("of a dashboard for each service")
  void services() {
    assertThat(Dashboards.services()).containsExactly("inventory-api", "realtime-gateway");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory-api", "realtime-gateway"})
  @DisplayName("of a service's dashboard ask for what it exposes")
  void panels(String service) {
    List<Query> queries = queries(Dashboards.of(service));
    assertThat(queries).hasSizeGreaterThan(15);
    assertThat(queries.stream().flatMap(it -> faults(it, METRICS.of(service)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory-api", "realtime-gateway"})
  @DisplayName(
      "are in panels that say what they show, in a unit, and cover the four golden signals")
  void signals(String service) {
    JsonNode panels = Dashboards.of(service).path("panels");
    assertThat(panels)
        .allSatisfy(panel -> {
          assertThat(panel.path("description").asText()).isNotEmpty();
          assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
        });
    for (String signal : Set.of("Traffic", "Errors", "Latency", "Saturation")) {
      assertThat(panels.findValuesAsText("title")).anyMatch(it -> it.startsWith(signal));
    }
  }

  @Test
  @DisplayName("of the alerts ask for what the services expose")
  void alerts() {
    List<Query> queries =
        Alerts.all().stream().map(it -> new Query(it.path("expr").asText())).toList();
    assertThat(queries.stream().flatMap(it -> faults(it, all()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max(kucun_redis_upp) | no metric kucun_redis_upp",
        "rate(kucun_cache_reads[5m]) | no metric kucun_cache_reads",
        "max(kucun_cache_hit_seconds) | no metric kucun_cache_hit_seconds",
        "sum by (space) (kucun_redis_up) | no label space to group by",
        "kucun_cache_reads_total{result=\"hit\"} | no label result of kucun_cache_reads_total",
        "kucun_redis_up and on (tag) kucun_redis_up | no label tag to group by",
        "vector(1) | no metric at all"
      })
  @DisplayName("would be found out if they did not")
  void planted(String query, String fault) {
    assertThat(new Query(query).faults(all())).contains(fault);
  }
}
