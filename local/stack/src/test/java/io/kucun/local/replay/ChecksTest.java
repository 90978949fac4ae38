package io.kucun.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The checks of a replay")
class ChecksTest {
  private final Snapshot start = new Snapshot("e1", Map.of("inventory", 10L, "orders", 5L), 100);
  private final Snapshot end = new Snapshot("e1", Map.of("inventory", 13L, "orders", 6L), 102);
  private final Witness frames = new Witness();
  private final Witness redis = new Witness();
  private final Witness rows = new Witness();

  private static Seen event(long offset, boolean moves) {
    return new Seen(offset, (int) offset * 31, (int) offset * 17, moves);
  }

  @BeforeEach
  void allAgree() {
    for (Witness witness : List.of(frames, redis, rows)) {
      witness.saw("inventory", event(11, true));
      witness.saw("inventory", event(12, true));
      witness.saw("inventory", event(13, false));
      witness.saw("orders", event(6, true));
    }
  }

  private List<String> failures(Snapshot until, long failedLines, long transitions, long lotsOff) {
    Tally.Counts counts = new Tally.Counts(3, 2, 0, 1 - failedLines, failedLines, 1, transitions);
    return new Checks(start, until, frames, redis, rows)
        .run(counts, lotsOff).stream().filter(check -> !check.holds()).map(Check::what).toList();
  }

  @Test
  @DisplayName("hold when all witnesses agree")
  void hold() {
    assertThat(failures(end, 0, 1, 0)).isEmpty();
  }

  @Test
  @DisplayName("find a frame that came twice")
  void twice() {
    frames.saw("inventory", event(13, false));
    assertThat(failures(end, 0, 1, 0)).containsExactly("inventory: frames = Redis = PostgreSQL");
  }

  @Test
  @DisplayName("find a frame that never came, or that came where none was published")
  void missing() {
    Snapshot later = new Snapshot("e1", Map.of("inventory", 13L, "orders", 7L), 102);
    rows.saw("orders", event(7, true));
    redis.saw("orders", event(7, true));
    assertThat(failures(later, 0, 2, 0)).containsExactly("orders: frames = Redis = PostgreSQL");
  }

  @Test
  @DisplayName("find a frame whose bytes are not those in Redis")
  void otherBytes() {
    Snapshot later = new Snapshot("e1", Map.of("inventory", 13L, "orders", 7L), 102);
    frames.saw("orders", event(7, true));
    rows.saw("orders", event(7, true));
    redis.saw("orders", new Seen(7, 1, 1, true));
    assertThat(failures(later, 0, 2, 0)).containsExactly("orders: frames = Redis = PostgreSQL");
  }

  @Test
  @DisplayName("find a ledger row without its event, and a transition without one")
  void uncounted() {
    Snapshot more = new Snapshot("e1", end.offsets(), 103);
    assertThat(failures(more, 0, 2, 0))
        .containsExactly("inventory events = ledger rows", "orders events = transitions");
  }

  @Test
  @DisplayName("find failed lines, another numbering and stock that the ledger does not explain")
  void others() {
    Snapshot renumbered = new Snapshot("e2", end.offsets(), 102);
    assertThat(failures(renumbered, 1, 1, 4))
        .containsExactly(
            "every line is accounted for",
            "one numbering of events",
            "the ledger adds up to the stock");
  }
}
