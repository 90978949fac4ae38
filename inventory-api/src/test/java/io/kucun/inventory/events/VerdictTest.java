package io.kucun.inventory.events;

import static io.kucun.inventory.events.Verdict.AHEAD;
import static io.kucun.inventory.events.Verdict.IN_STEP;
import static io.kucun.inventory.events.Verdict.NOTE;
import static io.kucun.inventory.events.Verdict.REFILL;
import static io.kucun.inventory.events.Verdict.RESTART;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.events.EventStore.Channels;
import io.kucun.inventory.events.Standing.Filling;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A channel in Redis, with offsets to 30 and 20 of them noted in PostgreSQL,")
class VerdictTest {
  private static final Hold HOLD = new Hold("us", 7, 1);
  private static final ChannelState STATE = new ChannelState("orders", 30, 20, 5);

  private static Verdict at(String position, long last) {
    return at(STATE, position, last);
  }

  private static Verdict at(ChannelState state, String position, long last) {
    return Verdict.of(HOLD, channels(state), state, new Standing(position, null, last));
  }

  private static Channels channels(ChannelState state) {
    return new Channels("e1", "e0", List.of(state));
  }

  private static Verdict filling(long base, long term, String epoch) {
    return Verdict.of(
        HOLD, channels(STATE), STATE, new Standing("", new Filling(base, term, epoch), base));
  }

  @Test
  @DisplayName("is in step, ahead of the note, ahead of the numbers, or behind")
  void positions() {
    assertThat(at("e1:20", 20)).isEqualTo(IN_STEP);
    assertThat(at("e1:21", 21)).isEqualTo(NOTE);
    assertThat(at("e1:30", 30)).isEqualTo(NOTE);
    assertThat(at("e1:31", 31)).isEqualTo(AHEAD);
    assertThat(at("e1:19", 19)).isEqualTo(RESTART);
    assertThat(at("", -1)).isEqualTo(RESTART);
  }

  @Test
  @DisplayName("is behind in the epoch before, and ahead in any other")
  void epochs() {
    assertThat(at("e0:99", 99)).isEqualTo(RESTART);
    assertThat(at("e0:20", 20)).isEqualTo(RESTART);
    assertThat(at("e9:20", 20)).isEqualTo(AHEAD);
    assertThat(at("e9:1", 1)).isEqualTo(AHEAD);
  }

  @Test
  @DisplayName("has to have the log that its position ends, while there are events for one")
  void logs() {
    assertThat(at("e1:20", -1)).isEqualTo(RESTART);
    assertThat(at("e1:20", 12)).isEqualTo(RESTART);
    ChannelState trimmed = new ChannelState("orders", 20, 20, 21);
    assertThat(at(trimmed, "e1:20", -1)).isEqualTo(IN_STEP);
  }

  @Test
  @DisplayName("is filled on by the term, the epoch and from the place that it was begun with")
  void fillings() {
    assertThat(filling(4, 7, "e1")).isEqualTo(REFILL);
    assertThat(filling(20, 7, "e1")).isEqualTo(REFILL);
    assertThat(filling(3, 7, "e1")).as("its next event is gone").isEqualTo(RESTART);
    assertThat(filling(21, 7, "e1")).isEqualTo(RESTART);
    assertThat(filling(4, 6, "e1")).isEqualTo(RESTART);
    assertThat(filling(4, 7, "e0")).isEqualTo(RESTART);
  }
}
