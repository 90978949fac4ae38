package io.kucun.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.documents.Headings;
import io.kucun.local.documents.Tool;
import io.kucun.local.documents.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The alerts")
class AlertsTest {
  private static final String PROMTOOL = "promtool";
  private static final JsonNode CASES =
      Yaml.file("local/stack/src/test/resources/monitoring/alert-cases.yaml");

  @TempDir private Path directory;

  @Test
  @DisplayName("have a severity, a summary, and a heading of a runbook that is there")
  void runbooks() {
    assertThat(Alerts.all())
        .hasSizeGreaterThan(20)
        .allSatisfy(alert -> {
          assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
          assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
          assertThat(Headings.leadsSomewhere(alert.at("/annotations/runbook").asText()))
              .as(alert.at("/annotations/runbook").asText())
              .isTrue();
        });
    assertThat(Headings.leadsSomewhere("docs/operations.md#no-such-heading")).isFalse();
    assertThat(Headings.leadsSomewhere("docs/nothing.md#runbook")).isFalse();
  }

  @Test
  @DisplayName("are each tried with a case that fires and one that does not")
  void tried() {
    List<String> names =
        Alerts.all().stream().map(it -> it.path("alert").asText()).sorted().toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(tried(false)).isEqualTo(names);
    assertThat(tried(true)).isEqualTo(names);
  }

  private static List<String> tried(boolean quiet) {
    return CASES
        .path("tests")
        .valueStream()
        .flatMap(it -> it.path("alert_rule_test").valueStream())
        .filter(it -> it.path("exp_alerts").isEmpty() == quiet)
        .map(it -> it.path("alertname").asText())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("are rules of Prometheus that do in each case what they should")
  void promtool() throws IOException {
    assumeTrue(Tool.isThere(PROMTOOL), Tool.missing(PROMTOOL));
    Files.writeString(directory.resolve("all.yaml"), Alerts.spec().toString());
    Tool.run(directory, PROMTOOL, "check", "rules", "all.yaml");
    judge(Alerts.mute(Alerts.spec()), "");
  }

  @Test
  @DisplayName("would fail their cases with another bound")
  void otherBound() {
    assumeTrue(Tool.isThere(PROMTOOL), Tool.missing(PROMTOOL));
    assertThat(Alerts.all())
        .allMatch(
            alert -> !passes(alert, "1e12") && !passes(alert, "-1e12"),
            "fails with a bound that is always met, and with one that never is");
  }

  /** That rule alone, or the others would be judged with it each time. */
  private static JsonNode bounded(JsonNode alert, String bound) {
    JsonNode spec = Alerts.mute(Alerts.spec());
    String name = alert.path("alert").asText();
    String changed = alert.path("expr").asText().replaceFirst("([<>=]=?) *[0-9.]+", "$1 " + bound);
    for (JsonNode group : spec.path("groups")) {
      ArrayNode rules = (ArrayNode) group.path("rules");
      rules.removeIf(rule -> !rule.path("alert").asText().equals(name));
      rules.forEach(rule -> ((ObjectNode) rule).put("expr", changed));
    }
    return spec;
  }

  private boolean passes(JsonNode alert, String bound) {
    try {
      judge(bounded(alert, bound), alert.path("alert").asText());
      return true;
    } catch (AssertionError e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the cases of one alert, or by all. */
  private void judge(JsonNode spec, String alert) throws IOException {
    ObjectNode cases = CASES.deepCopy();
    cases.putArray("rule_files").add("rules.yaml");
    cases
        .putArray("tests")
        .addAll(
            CASES
                .path("tests")
                .valueStream()
                .filter(it -> it.at("/alert_rule_test/0/alertname").asText().contains(alert))
                .toList());
    Files.writeString(directory.resolve("rules.yaml"), spec.toString());
    Files.writeString(directory.resolve("cases.yaml"), cases.toString());
    Tool.run(directory, PROMTOOL, "test", "rules", "cases.yaml");
  }

  @Test
  @DisplayName("and a tool that fails is noticed")
  void noticed() {
    assertThatThrownBy(() -> Tool.run(directory, "sh", "-c", "echo no; exit 1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no");
  }
}
