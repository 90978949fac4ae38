package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A breaker")
class BreakerTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000); // About to overflow.
  private final Breaker breaker =
      new Breaker(3, Duration.ofMillis(100), Duration.ofMillis(300), nanos::get);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(breaker.allows()).isTrue();
      breaker.failed();
    }
  }

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  @Test
  @DisplayName("opens after failures in a row, not after the same number with a success among them")
  void opens() {
    fail(2);
    breaker.succeeded();
    fail(2);
    assertThat(breaker.isOpen()).isFalse();
    fail(1);
    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.allows()).isFalse();
  }

  @Test
  @DisplayName("lets one try after its rest, and all when that one succeeds")
  void closes() {
    fail(3);
    pass(99);
    assertThat(breaker.allows()).isFalse();
    pass(1);
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).as("a second one").isFalse();
    breaker.succeeded();
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  @DisplayName("rests twice as long after each try that fails, up to the longest, and starts over")
  void rests() {
    fail(3);
    for (long rest : new long[] {100, 200, 300, 300}) {
      pass(rest - 1);
      assertThat(breaker.allows()).as("before %d ms", rest).isFalse();
      pass(1);
      fail(1);
    }
    pass(300);
    assertThat(breaker.allows()).isTrue();
    breaker.succeeded();
    fail(3);
    pass(100);
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  @DisplayName("does not count failures of those who asked before it opened")
  void lateFailures() {
    for (int i = 0; i < 5; i++) {
      assertThat(breaker.allows()).isTrue();
    }
    for (int i = 0; i < 5; i++) {
      breaker.failed();
    }
    pass(100);
    assertThat(breaker.allows()).isTrue();
    breaker.succeeded();
    assertThat(breaker.isOpen()).isFalse();
  }
}
