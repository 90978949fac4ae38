package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Parameters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The canonical text of a list of lots")
class LotQueryTest {
  private static String canonical(String query) {
    return LotQuery.of(Parameters.of(query, LotQuery.PARAMETERS)).canonical();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=1&limit=20",
        "sortOrder=asc&sortBy=productCode",
        "colorCode= &search= ",
        "productId=&lowStock="
      })
  @DisplayName("is the same where a default is spelt out")
  void defaults(String query) {
    assertThat(canonical(query)).isEqualTo(canonical(""));
  }

  @Test
  @DisplayName("is the same for each spelling of the same value")
  void spellings() {
    String id = "0197b5a4-3a52-7c11-9d0e-6f1b8f6f2a01";
    assertThat(canonical("productId=" + id.toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(canonical("productId=" + id));
    assertThat(canonical("search= T800")).isEqualTo(canonical("search=t800"));
    assertThat(canonical("colorCode= A01")).isEqualTo(canonical("colorCode=A01"));
  }

  @Test
  @DisplayName("is another for another list")
  void others() {
    List<String> texts =
        Stream.of(
                "",
                "page=2",
                "limit=2",
                "cursor=x",
                "productId=0197b5a4-3a52-7c11-9d0e-6f1b8f6f2a01",
                "colorCode=A01",
                "colorCode=a01",
                "lowStock=true",
                "lowStock=false",
                "search=A01",
                "sortBy=quantity",
                "sortOrder=desc")
            .map(LotQueryTest::canonical)
            .toList();
    assertThat(texts).doesNotHaveDuplicates();
  }
}
