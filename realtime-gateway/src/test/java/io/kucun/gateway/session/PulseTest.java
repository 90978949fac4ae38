package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client")
class PulseTest {

  @Test
  @DisplayName("is pinged now and then, and given up without a pong in time")
  void pulse() {
    Pulse pulse = new Pulse(25_000, 10_000, 5_000);
    assertThat(pulse.at(4_999)).isEqualTo(Pulse.Due.NOTHING);
    assertThat(pulse.at(5_000)).isEqualTo(Pulse.Due.PING);
    assertThat(pulse.at(14_999)).isEqualTo(Pulse.Due.NOTHING);
    pulse.pong(pulse.ping());
    assertThat(pulse.at(29_999)).isEqualTo(Pulse.Due.NOTHING);
    assertThat(pulse.at(30_000)).isEqualTo(Pulse.Due.PING);
    assertThat(pulse.at(40_000)).isEqualTo(Pulse.Due.NO_PONG);
    assertThat(pulse.pong(pulse.ping() - 1)).isFalse();
    assertThat(pulse.at(40_000)).isEqualTo(Pulse.Due.NO_PONG);
    assertThat(pulse.pong(pulse.ping())).isTrue();
    assertThat(pulse.pong(pulse.ping())).isFalse();
    Pulse quick = new Pulse(300, 3_000, 0);
    for (long now = 0; now < 3_000; now += 300) {
      assertThat(quick.at(now)).isEqualTo(Pulse.Due.PING);
    }
    assertThat(quick.at(3_000)).isEqualTo(Pulse.Due.NO_PONG);
  }

  @Test
  @DisplayName("that has much to read is given more time to answer")
  void postponed() {
    Pulse pulse = new Pulse(25_000, 10_000, 0);
    pulse.postpone(0);
    assertThat(pulse.at(0)).isEqualTo(Pulse.Due.PING);
    pulse.postpone(9_999);
    assertThat(pulse.at(19_998)).isEqualTo(Pulse.Due.NOTHING);
    assertThat(pulse.at(19_999)).isEqualTo(Pulse.Due.NO_PONG);
  }

  @Test
  @DisplayName("that reads nothing of what waits for it is waited for so long and no longer")
  void patience() {
    Patience patience = new Patience(30_000);
    assertThat(patience.isOver(0, false, 0)).isFalse();
    assertThat(patience.isOver(1_000, true, 500)).isFalse();
    assertThat(patience.isOver(30_999, true, 400)).isFalse();
    assertThat(patience.isOver(31_000, true, 500)).isTrue();
    assertThat(patience.isOver(31_000, true, 501)).as("it has read a byte").isFalse();
    assertThat(patience.isOver(60_999, true, 501)).isFalse();
    assertThat(patience.isOver(61_000, true, 501)).isTrue();
    assertThat(patience.isOver(61_000, false, 501)).as("it keeps up").isFalse();
    assertThat(patience.isOver(70_000, true, 501)).as("it begins anew").isFalse();
  }
}
