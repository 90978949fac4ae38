package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The answer with a problem")
class ProblemAnswerTest {
  @ParameterizedTest
  @EnumSource
  @DisplayName("says its language, and what a client may do next")
  void headers(ProblemCode code) {
    Refusal refusal = Refusal.of(code, WebPhrase.SENTENCE.with(code));
    ProblemAnswer english = ProblemAnswer.of(refusal, null);
    ProblemAnswer chinese = ProblemAnswer.of(refusal, "zh");
    assertThat(english.body().title()).isEqualTo(code.english());
    assertThat(chinese.body().title()).isEqualTo(code.chinese());
    assertThat(english.body().detail()).isEqualTo(code.english() + ".");
    assertThat(chinese.body().detail()).isEqualTo(code.chinese() + "。");
    assertThat(english.headers()).containsEntry("Content-Language", "en");
    assertThat(chinese.headers())
        .containsAllEntriesOf(
            Map.of(
                "Content-Type", "application/problem+json",
                "Content-Language", "zh-Hans",
                "Vary", "Accept-Language",
                "Cache-Control", "no-store"));
    assertThat(english.headers().containsKey("Retry-After"))
        .isEqualTo(
            EnumSet.of(ProblemCode.BUSY, ProblemCode.TOO_MANY_REQUESTS, ProblemCode.UNAVAILABLE)
                .contains(code));
    assertThat(english.headers().containsKey("WWW-Authenticate"))
        .isEqualTo(code == ProblemCode.UNAUTHENTICATED);
  }
}
