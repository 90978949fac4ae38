package io.kucun.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.stack.StackException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options of the bench")
class OptionsTest {
  private static final List<String> NAMES =
      List.of("--seconds", "--rounds", "--warm-up", "--connections", "--payload", "--keys");

  private static Options with(String name, int value) {
    int[] usual = {4, 5, 20, 32, 8, 0};
    int[] given =
        IntStream.range(0, usual.length)
            .map(i -> NAMES.get(i).equals(name) ? value : usual[i])
            .toArray();
    return new Options(
        given[0], given[1], given[2], given[3], given[4], given[5], Options.chosen(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "--seconds, 0",
    "--seconds, 601",
    "--rounds, 0",
    "--warm-up, -1",
    "--connections, 0",
    "--connections, 1001",
    "--payload, 0",
    "--payload, 101",
    "--keys, -1",
    "--keys, 1000001"
  })
  @DisplayName("are refused out of bounds, on a line that names them")
  void bounds(String name, int value) {
    assertThatCode(() -> with(name, 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> with(name, value))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith(name + " ")
        .hasMessageEndingWith("not " + value)
        .hasMessageNotContaining("\n");
  }

  @Test
  @DisplayName("measure Kucun, Node and nginx unless others are named")
  void contestants() {
    assertThat(Options.chosen(List.of()))
        .containsExactly(Contestant.SHIPPED, Contestant.READ, Contestant.NODE, Contestant.NGINX);
    assertThat(Options.chosen(List.of("shipped-304,node", "read")))
        .containsExactly(Contestant.READ, Contestant.NODE, Contestant.SHIPPED_304);
    assertThatThrownBy(() -> Options.chosen(List.of("apache")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("'apache'")
        .hasMessageContaining("shipped-miss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "read,", ",read"})
  @DisplayName("do not take a name that is empty for no name at all")
  void emptyName(String list) {
    assertThatThrownBy(() -> Options.chosen(List.of(list)))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("--only knows no ''");
  }
}
