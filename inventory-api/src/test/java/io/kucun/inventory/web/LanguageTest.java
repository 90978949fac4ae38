package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The language of an answer")
class LanguageTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "zh|CHINESE",
        "zh-CN|CHINESE",
        "zh-Hans|CHINESE",
        "zh-Hans-CN|CHINESE",
        "zh-TW|CHINESE",
        "ZH-cn|CHINESE",
        "zh-CN,zh;q=0.9,en;q=0.8|CHINESE",
        "en;q=0.3, zh;q=0.7|CHINESE",
        "de, zh;q=0.1|CHINESE",
        "*, zh;q=0.5|CHINESE",
        "en|ENGLISH",
        "en-GB|ENGLISH",
        "zh;q=0.3, en;q=0.7|ENGLISH",
        "en, zh|ENGLISH",
        "zh;q=0|ENGLISH",
        "zh;q=0, *|ENGLISH",
        "*|ENGLISH",
        "de|ENGLISH",
        "zhx|ENGLISH",
        "''|ENGLISH",
        "'  '|ENGLISH",
        ",|ENGLISH",
        "zh;q=2|ENGLISH",
        "zh;q=-1|ENGLISH",
        "zh;q=high|ENGLISH",
        "zh_CN|ENGLISH",
        ";q=1|ENGLISH",
        "中文|ENGLISH"
      })
  @DisplayName("is the one wanted most, English where the header is malformed or wants neither")
  void chosen(String accepted, Language expected) {
    assertThat(Language.of(accepted)).isEqualTo(expected);
  }

  @Test
  @DisplayName("is English without a header, and where the header is longer than any browser's")
  void absent() {
    assertThat(Language.of(null)).isEqualTo(Language.ENGLISH);
    String overlong = String.join(",", Collections.nCopies(200, "zh"));
    assertThat(Language.of(overlong)).isEqualTo(Language.ENGLISH);
  }
}
