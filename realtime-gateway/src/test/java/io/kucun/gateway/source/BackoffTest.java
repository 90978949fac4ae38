package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Trying again")
class BackoffTest {

  @Test
  @DisplayName("waits longer each time, up to a limit, and never two clients alike")
  void grows() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), new Random(7));
    for (int attempt = 0; attempt < 100; attempt++) {
      long limit = Math.min(5_000, 100L << Math.min(attempt, 20));
      assertThat(backoff.next().toMillis()).isBetween(1L, limit);
    }
    backoff.reset();
    assertThat(backoff.next().toMillis()).isBetween(1L, 100L);
  }
}
