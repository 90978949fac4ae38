package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Remembered hashes")
class HashesTest {
  private final Hashes hashes = new Hashes();

  private static String plain(String text) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("are those of the text, the first time and again, also of texts that share a place")
  void same() {
    // These two have the same hash code.
    for (String text : new String[] {"Aa", "BB", "Aa", "BB", "BB", "瓷砖", "x".repeat(5_000)}) {
      assertThat(hashes.of(text)).isEqualTo(plain(text));
      assertThat(hashes.of(text)).isEqualTo(plain(text));
    }
  }

  @Test
  @DisplayName("are remembered, unless another text has taken the place")
  void remembered() {
    String first = hashes.of("Aa");
    assertThat(hashes.of("Aa")).isSameAs(first);
    hashes.of("BB");
    assertThat(hashes.of("Aa")).isEqualTo(first).isNotSameAs(first);
  }

  @Test
  @DisplayName("of very long texts are not")
  void bound() {
    String text = "x".repeat(513);
    assertThat(hashes.of(text)).isEqualTo(hashes.of(text)).isNotSameAs(hashes.of(text));
  }
}
