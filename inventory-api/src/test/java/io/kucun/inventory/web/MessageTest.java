package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message")
class MessageTest {
  /** A phrase that a package could have. */
  private enum Sample implements Phrase {
    PAIR("first {0}, then {1}", "先有 {1} 前的 {0}"),
    QUOTED("it's '{0}'", "'{0}'");

    private final String english;
    private final String chinese;

    Sample(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }

    @Override
    public String english() {
      return english;
    }

    @Override
    public String chinese() {
      return chinese;
    }
  }

  @Test
  @DisplayName("puts each value where its language wants it")
  void order() {
    Message message = Sample.PAIR.with("a", "b");
    assertThat(message.in(Language.ENGLISH)).isEqualTo("first a, then b");
    assertThat(message.in(Language.CHINESE)).isEqualTo("先有 b 前的 a");
  }

  @Test
  @DisplayName("prints numbers as plain digits")
  void numbers() {
    Message message = Sample.PAIR.with(Quantity.MAX, new BigDecimal("1E+3"));
    assertThat(message.in(Language.ENGLISH)).isEqualTo("first 9007199254740991, then 1000");
  }

  @Test
  @DisplayName("takes values as they are: placeholders, dollars and quotes in them mean nothing")
  void literal() {
    Message message = Sample.PAIR.with("{1}", "$0\\ '{0}'");
    assertThat(message.in(Language.ENGLISH)).isEqualTo("first {1}, then $0\\ '{0}'");
    assertThat(Sample.QUOTED.with("x").in(Language.ENGLISH)).isEqualTo("it's 'x'");
  }

  @Test
  @DisplayName("tells inner messages and lists in its own language")
  void inner() {
    Message message = Sample.PAIR.with(WebPhrase.THE_BODY, List.of("x", "y"));
    assertThat(message.in(Language.ENGLISH)).isEqualTo("first The body, then x, y");
    assertThat(message.in(Language.CHINESE)).isEqualTo("先有 x、y 前的 请求体");
  }

  @Test
  @DisplayName("has as many values as its phrase has places; tests run with this assertion")
  void counted() {
    assertThatThrownBy(() -> Sample.PAIR.with("a")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Sample.QUOTED.with("a", "b")).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("repeats no more of a long value than its beginning")
  void bounded() {
    String told = Sample.QUOTED.with("抛".repeat(100_000)).in(Language.CHINESE);
    assertThat(told).hasSizeLessThan(250).endsWith("抛…'");
  }
}
