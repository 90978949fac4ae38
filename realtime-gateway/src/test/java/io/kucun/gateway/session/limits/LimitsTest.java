package io.kucun.gateway.session.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Limits")
class LimitsTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  @DisplayName("on a rate let a burst through, then the rate")
  void rate() {
    TokenBucket bucket = new TokenBucket(20, 40, nanos::get);
    for (int i = 0; i < 40; i++) {
      assertThat(bucket.tryTake()).isTrue();
    }
    assertThat(bucket.tryTake()).isFalse();
    pass(Duration.ofMillis(49));
    assertThat(bucket.tryTake()).isFalse();
    pass(Duration.ofMillis(2));
    assertThat(bucket.tryTake()).isTrue();
    assertThat(bucket.tryTake()).isFalse();
    pass(Duration.ofHours(1));
    for (int i = 0; i < 40; i++) {
      assertThat(bucket.tryTake()).isTrue();
    }
    assertThat(bucket.tryTake()).isFalse();
  }

  @Nested
  @DisplayName("on connections")
  class Connections {

    private final ConnectionLimits limits =
        new ConnectionLimits(4, 2, 3, Duration.ofSeconds(10), nanos::get);

    private Lease taken(String user, String address) {
      Lease lease = new Lease(user, address);
      assertThat(limits.take(lease)).isNull();
      return lease;
    }

    @Test
    @DisplayName("count by user, address and node")
    void counts() {
      taken("ann", "1");
      taken("ann", "1");
      assertThat(limits.reached("ann", "2")).isEqualTo(Limit.USER);
      taken("bob", "1");
      assertThat(limits.reached("cid", "1")).isEqualTo(Limit.ADDRESS);
      taken("cid", "2");
      assertThat(limits.take(new Lease("dan", "3"))).isEqualTo(Limit.NODE);
      assertThat(limits.total()).isEqualTo(4);
    }

    @Test
    @DisplayName("count out once, however often it is said")
    void release() {
      Lease first = taken("ann", "1");
      taken("ann", "1");
      limits.release(first);
      limits.release(first);
      assertThat(limits.total()).isEqualTo(1);
      taken("ann", "1");
      assertThat(limits.reached("ann", "1")).isEqualTo(Limit.USER);
      limits.release(new Lease("ann", "1"));
      assertThat(limits.total()).isEqualTo(2);
    }

    @Test
    @DisplayName("give back what a handshake took that never became a socket, and refuse it then")
    void forgotten() {
      Lease forgotten = taken("ann", "1");
      Lease opened = taken("ann", "1");
      assertThat(limits.open(opened)).isTrue();
      pass(Duration.ofSeconds(11));
      assertThat(limits.reached("ann", "1")).isNull();
      assertThat(limits.total()).isEqualTo(1);
      assertThat(limits.open(forgotten)).isFalse();
      limits.release(forgotten);
      assertThat(limits.total()).isEqualTo(1);
    }
  }

  @Nested
  @DisplayName("see a client behind trusted proxies")
  class Proxies {

    private final TrustedProxies proxies =
        TrustedProxies.parse(List.of("10.0.0.0/8", " 192.0.2.7 ", "fd00::/8"));

    @Test
    @DisplayName("at the right-most address that is not one of them")
    void rightmost() {
      assertThat(proxies.client("10.1.2.3", List.of("6.6.6.6, 203.0.113.9, 10.9.9.9")))
          .isEqualTo("203.0.113.9");
      assertThat(proxies.client("10.1.2.3", List.of("6.6.6.6", "203.0.113.9:4711", "192.0.2.7")))
          .isEqualTo("203.0.113.9");
      assertThat(proxies.client("fd00::1", List.of("[2001:db8::5]:443")))
          .isEqualTo("2001:db8:0:0::/64");
    }

    @Test
    @DisplayName("of IPv6 by its network, of whose addresses it may use any")
    void network() {
      assertThat(proxies.client("2001:db8:1:2::5", List.of()))
          .isEqualTo(proxies.client("2001:db8:1:2:ffff::6", List.of()))
          .isNotEqualTo(proxies.client("2001:db8:1:3::5", List.of()));
      assertThat(proxies.client("::ffff:203.0.113.9", List.of())).isEqualTo("203.0.113.9");
    }

    @Test
    @DisplayName("at the peer where the header cannot be trusted or read")
    void peer() {
      assertThat(proxies.client("203.0.113.9", List.of("1.1.1.1"))).isEqualTo("203.0.113.9");
      assertThat(proxies.client("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
      assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1, junk"))).isEqualTo("10.1.2.3");
      assertThat(proxies.client("10.1.2.3", List.of("10.4.4.4"))).isEqualTo("10.4.4.4");
      assertThat(proxies.client("", List.of("1.1.1.1"))).isEmpty();
      assertThat(TrustedProxies.parse(List.of()).client("10.1.2.3", List.of("1.1.1.1")))
          .isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @DisplayName("only by ranges that are well formed")
    @ValueSource(
        strings = {
          "",
          "x",
          "10.0.0.0/33",
          "10.0.0.0/-1",
          "10.0.0.0/",
          "fd00::/129",
          "host.example/8"
        })
    void malformed(String range) {
      assertThatThrownBy(() -> TrustedProxies.parse(List.of(range)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
