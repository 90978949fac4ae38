package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.kucun.local.testing.Scale;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An import's events")
class DrainTest extends OnOneLog {
  private static final int EVENTS = Scale.of(5_000, 50_000);

  @Test
  @DisplayName("are all published, in order, in batches that leave nothing behind")
  void drains() {
    commit("inventory", EVENTS);
    try (LoopRelay replica = new LoopRelay(vertx, database.pool(), redis.url(), Pace.polling())) {
      long begin = System.nanoTime();
      replica.relay.start();
      Eventually.holds(() ->
          assertThat(
                  database.number(
                      "SELECT published_offset FROM event_channel WHERE channel = 'inventory'"))
              .isEqualTo(EVENTS));
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(Locale.ROOT, "%d events published, %.0f/s%n", EVENTS, EVENTS / seconds);
      // Counted when the answer to the note arrives, which others see before this process.
      Eventually.holds(() ->
          assertThat(replica.meters.get("kucun.events.published").counter().count())
              .isEqualTo(EVENTS));
    }
    assertThat(violations()).isEmpty();
    assertThat(heard.of("inventory")).hasSize(EVENTS);
  }
}
