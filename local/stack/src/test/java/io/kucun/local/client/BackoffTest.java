package io.kucun.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The back-off")
class BackoffTest {
  @Test
  @DisplayName("grows to 20 s at most, spread over the whole range")
  void grows() {
    Backoff backoff = new Backoff(new Random(1));
    for (int failure = 0; failure < 100; failure++) {
      long bound = Math.min(20_000, 500L << Math.min(failure, 10));
      assertThat(backoff.next(Duration.ZERO)).isBetween(Duration.ZERO, Duration.ofMillis(bound));
    }
  }

  @Test
  @DisplayName("starts again after a stable connection")
  void resets() {
    Backoff backoff = new Backoff(new Random(1));
    for (int failure = 0; failure < 20; failure++) {
      backoff.next(Duration.ZERO);
    }
    assertThat(backoff.next(Duration.ofSeconds(30))).isLessThanOrEqualTo(Duration.ofMillis(500));
  }
}
