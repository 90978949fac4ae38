package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clients of a node that stops")
class DeparturesTest {

  private static final Duration MOST = Duration.ofSeconds(50);

  private static Departures of(int clients, Duration atMost) {
    return new Departures(clients, 200, atMost, new Random(7));
  }

  private static int[] perBucket(Departures departures, int clients, int buckets) {
    int[] counts = new int[buckets];
    long width = departures.window().toMillis() / buckets;
    for (int i = 0; i < clients; i++) {
      counts[Math.toIntExact(departures.next() / width)]++;
    }
    return counts;
  }

  @Test
  @DisplayName("leave at the rate at which another lets them in, to the last of ten thousand")
  void atTheRate() {
    Departures departures = of(10_000, MOST);
    assertThat(departures.window()).isEqualTo(MOST);
    assertThat(perBucket(departures, 10_000, 50)).containsOnly(200);
  }

  @Test
  @DisplayName("leave sooner if they are few, but not all at once")
  void few() {
    assertThat(of(1_000, MOST).window()).isEqualTo(Duration.ofSeconds(5));
    Departures departures = of(20, MOST);
    assertThat(departures.window()).isEqualTo(Duration.ofSeconds(1));
    assertThat(perBucket(departures, 20, 10)).containsOnly(2);
    assertThat(of(0, MOST).window()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  @DisplayName("leave faster if there is no more time")
  void noTime() {
    Departures departures = of(10_000, Duration.ofSeconds(10));
    assertThat(departures.window()).isEqualTo(Duration.ofSeconds(10));
    assertThat(perBucket(departures, 10_000, 10)).containsOnly(1_000);
    assertThat(of(5, Duration.ZERO).next()).isZero();
  }

  @Test
  @DisplayName("do not leave at the same moment of every slice")
  void random() {
    Departures departures = of(1_000, MOST);
    assertThat(
            IntStream.range(0, 1_000).mapToLong(i -> departures.next() - i * 5L).distinct().count())
        .isEqualTo(5);
  }
}
