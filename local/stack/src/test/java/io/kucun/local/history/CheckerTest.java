package io.kucun.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.history.Violation.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The checker of histories")
class CheckerTest {
  private static final Register REGISTER = Register.version("p");
  private static final Register OTHER = Register.stock("p");

  private final History history = new History();

  @BeforeEach
  void start() {
    history.started(REGISTER, 5);
    history.started(OTHER, 5);
  }

  private void write(long number, long sent, long acknowledged) {
    history.attempt(REGISTER, sent);
    history.acknowledged(REGISTER, number, acknowledged);
  }

  private void read(long number, long began, long ended) {
    history.seen(List.of(new Value(REGISTER, number)), began, ended, "here");
  }

  private List<Kind> found() {
    return Checker.check(history).stream().map(Violation::kind).toList();
  }

  @Nested
  @DisplayName("accepts")
  class Good {
    @Test
    @DisplayName("the start while nothing was written")
    void start() {
      read(5, 1, 2);
      assertThat(found()).isEmpty();
    }

    @Test
    @DisplayName("old and new while the write is on its way")
    void between() {
      write(6, 10, 20);
      read(5, 11, 30);
      read(6, 11, 12);
      read(5, 20, 21);
      assertThat(found()).isEmpty();
    }

    @Test
    @DisplayName("new ones after the acknowledgement, and newer ones")
    void after() {
      write(6, 10, 20);
      write(7, 30, 40);
      read(6, 21, 22);
      read(7, 31, 32);
      read(7, 41, 42);
      assertThat(found()).isEmpty();
    }

    @Test
    @DisplayName("both for a write whose outcome nobody knows, for ever")
    void unknown() {
      history.attempt(REGISTER, 10);
      read(6, 11, 12);
      read(5, 100, 101);
      assertThat(found()).isEmpty();
    }
  }

  @Nested
  @DisplayName("finds")
  class Bad {
    @Test
    @DisplayName("a read that began after the acknowledgement and is older")
    void stale() {
      write(6, 10, 20);
      read(5, 21, 22);
      assertThat(found()).containsExactly(Kind.STALE);
    }

    @Test
    @DisplayName("one that is older than the newest of several")
    void older() {
      write(6, 10, 20);
      write(7, 30, 40);
      read(6, 41, 42);
      assertThat(found()).containsExactly(Kind.STALE);
    }

    @Test
    @DisplayName("one that falls between acknowledgements in another order")
    void reordered() {
      write(7, 10, 20);
      write(6, 10, 30);
      read(6, 31, 32);
      assertThat(found()).containsExactly(Kind.STALE);
    }

    @Test
    @DisplayName("one that shows what nobody had sent when it ended")
    void invented() {
      write(6, 10, 20);
      read(7, 11, 12);
      read(6, 8, 9);
      assertThat(found()).containsExactly(Kind.INVENTED, Kind.INVENTED);
    }

    @Test
    @DisplayName("one of a register that does not exist")
    void unheardOf() {
      history.seen(List.of(new Value(Register.version("q"), 1)), 1, 2, "here");
      assertThat(found()).containsExactly(Kind.UNKNOWN);
    }

    @Test
    @DisplayName("each in its own register, with how late it was and where")
    void separate() {
      write(6, 1_000_000, 2_000_000);
      history.seen(List.of(new Value(OTHER, 5)), 9_000_000, 9_000_001, "there");
      read(5, 9_000_000, 9_000_001);
      assertThat(Checker.check(history))
          .singleElement()
          .hasToString("STALE: VERSION of p is 5, bound 6 set 7 ms before, here");
    }
  }
}
