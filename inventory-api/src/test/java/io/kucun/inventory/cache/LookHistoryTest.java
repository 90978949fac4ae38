package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.testing.Scale;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In a random history of shared looks")
class LookHistoryTest {
  private static final int STEPS = Scale.of(50_000, 5_000_000);
  private static final Question LIST =
      new Question(CacheKey.of(Space.PRODUCTS_DETAIL, "list"), true);

  private final long seed = System.nanoTime();
  private final LookHistory history = new LookHistory(seed);

  @Test
  @DisplayName("each read gets all that was acknowledged before it began, by fewer looks")
  void ours() {
    ManualExchange redis = new ManualExchange();
    SharedLooks looks = new SharedLooks(1_000, redis.endOfTurn(), redis);
    history.run(STEPS, new Ours(redis, looks));
    assertThat(history.stale()).as("stale reads, seed %d", seed).isZero();
    assertThat(history.answered()).as("answers, seed %d", seed).isEqualTo(history.reads());
    assertThat(history.looks()).isBetween(STEPS / 100, history.reads() / 2);
    assertThat(looks.size()).isZero();
  }

  @Test
  @DisplayName("reads are stale if they join a look that is under way")
  void control() {
    history.run(STEPS, new JoinsAny());
    assertThat(history.stale()).as("stale reads, seed %d", seed).isPositive();
  }

  private final class Ours implements LookHistory.Sharing {
    private final ManualExchange redis;
    private final SharedLooks looks;

    private Ours(ManualExchange redis, SharedLooks looks) {
      this.redis = redis;
      this.looks = looks;
    }

    @Override
    public void read(LookHistory.Reader reader) {
      looks.join(
          LIST,
          new Lookup.Outcome() {
            @Override
            public void seen(Look look) {
              reader.answered(ManualExchange.value(look));
            }

            @Override
            public void failed(Throwable failure) {
              throw new AssertionError(failure);
            }
          });
    }

    @Override
    public void endOfTurn() {
      redis.turn();
      redis.writes.forEach(write ->
          write.forEach(sent -> history.sent(value -> sent.succeed(ManualExchange.answer(value)))));
      redis.writes.clear();
    }
  }

  /** What must not be done: whoever comes shares the look that is there. */
  private final class JoinsAny implements LookHistory.Sharing {
    private List<LookHistory.Reader> sharing = new ArrayList<>();
    private boolean sent;

    @Override
    public void read(LookHistory.Reader reader) {
      sharing.add(reader);
    }

    @Override
    public void endOfTurn() {
      if (!sent && !sharing.isEmpty()) {
        sent = true;
        history.sent(value -> {
          List<LookHistory.Reader> all = sharing;
          sharing = new ArrayList<>();
          sent = false;
          all.forEach(one -> one.answered(value));
        });
      }
    }
  }
}
