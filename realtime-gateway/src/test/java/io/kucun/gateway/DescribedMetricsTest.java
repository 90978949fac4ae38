package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.testing.Exposition;
import io.kucun.local.testing.Metric;
import io.kucun.local.testing.MetricsDocument;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The metrics that dashboards and alerts are made of")
class DescribedMetricsTest extends GatewayTest {

  private final MetricsDocument document = MetricsDocument.read(Path.of("../docs/metrics.md"));

  private Map<String, Metric> exposed() {
    return Exposition.read(RawRequest.to(management, "GET /q/metrics").send().body());
  }

  @Test
  @DisplayName("are exposed as docs/metrics.md says")
  void described() {
    try (Client client = Client.welcomed(base, Tokens.of("meg", "viewer"))) {
      client.send("{\"type\":\"ping\"}").next("pong");
    }
    Await.until("the close is counted", () -> exposed().containsKey("kucun_gateway_closes_total"));
    assertThat(document.contradictions("realtime-gateway", exposed())).isEmpty();
  }
}
