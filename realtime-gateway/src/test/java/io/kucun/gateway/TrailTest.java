package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who follows a channel")
class TrailTest {

  private static String event(long offset) {
    return Publisher.envelope("inventory", "e", offset, null, null);
  }

  @Test
  @DisplayName("accepts the next event, and what follows a resync")
  void accepts() {
    Trail trail = new Trail(4).follow(event(5)).follow("{\"type\":\"pong\"}");
    trail.follow("{\"type\":\"resync\",\"channel\":\"a\",\"epoch\":\"e\",\"offset\":9}");
    assertThat(trail.follow(event(10)).at()).isEqualTo(10);
    assertThat(trail.resyncs).isEqualTo(1);
  }

  @Test
  @DisplayName("notices what is missing, comes twice or goes back")
  void refuses() {
    for (long wrong : new long[] {6, 4, 3}) {
      assertThatThrownBy(() -> new Trail(4).follow(event(wrong)))
          .isInstanceOf(AssertionError.class);
    }
  }
}
