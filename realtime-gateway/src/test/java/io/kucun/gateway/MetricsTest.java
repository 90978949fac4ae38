package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The metrics")
class MetricsTest extends GatewayTest {

  private static final Pattern HELP = Pattern.compile("(?m)^# HELP (kucun_gateway_\\w+) (.*)$");
  private static final Pattern DOCUMENTED = Pattern.compile("`(kucun_gateway_\\w+)");

  private String exported() {
    return RawRequest.to(management, "GET /q/metrics").with("Accept", "text/plain").send().body();
  }

  private static Map<String, String> described(String exported) {
    return HELP.matcher(exported)
        .results()
        .filter(result -> !result.group(1).endsWith("_max"))
        .collect(Collectors.toMap(r -> r.group(1), r -> r.group(2), (a, b) -> a, TreeMap::new));
  }

  private static Set<String> documented() throws IOException {
    return DOCUMENTED
        .matcher(Files.readString(Path.of("../docs/metrics.md")))
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @DisplayName("that are exported are those that are documented, each with a description")
  void complete() throws IOException {
    Map<String, String> described = described(exported());
    assertThat(described.keySet()).isEqualTo(documented()).hasSizeGreaterThan(25);
    assertThat(described.values()).noneMatch(String::isBlank);
  }

  @Test
  @DisplayName("of times have limits that tell a good moment from a bad one")
  void times() {
    assertThat(exported())
        .contains(
            "kucun_gateway_lag_seconds_bucket{le=\"0.001\"",
            "kucun_gateway_lag_seconds_bucket{le=\"60.0\"",
            "kucun_gateway_fanout_seconds_bucket{le=\"1.0E-5\"",
            "kucun_gateway_fanout_seconds_bucket{le=\"1.0\"");
  }

  @Test
  @DisplayName("say 0 of what is kept for a client that has read all, not less")
  void nothingWaits() {
    try (Client client = Client.welcomed(base, Tokens.of("meg", "viewer"))) {
      client.send("{\"type\":\"ping\"}").next("pong");
      Await.until(
          "nothing waits", () -> exported().contains("\nkucun_gateway_waiting_most_bytes 0.0\n"));
    }
  }

  @Test
  @DisplayName("count by code and reason from the start, so that a first one is seen")
  void byReason() {
    assertThat(exported())
        .contains(
            "kucun_gateway_closes_total{code=\"4408\"",
            "kucun_gateway_refusals_total{reason=\"too_many_handshakes\"",
            "kucun_gateway_refused_channels_total{reason=\"too_many_channels\"",
            "kucun_gateway_resumes_total{outcome=\"gone\",recovered=\"false\"");
  }
}
