package io.kucun.inventory.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Readiness")
class ReadinessTest {
  @Inject @Readiness ReadinessCheck check;

  @Test
  @DisplayName("tells how the events fare, and warns of nothing while none waits")
  void events() {
    Eventually.holds(() -> {
      HealthCheckResponse answer = check.call();
      assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
      Map<String, Object> data = answer.getData().orElseThrow();
      assertThat(data)
          .containsEntry("events.leading", true)
          .containsEntry("events.waiting", 0L)
          .containsEntry("events.oldestSeconds", 0L)
          .doesNotContainKey("warning");
      assertThat((Long) data.get("events.term")).isPositive();
    });
  }
}
