package io.kucun.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line of the file")
class ClassifierTest {
  private static Line classify(String invoice, String code, String quantity, String price) {
    return Classifier.classify(
        7,
        new String[] {invoice, code, "MUG", quantity, "12-01-2010 08:26", price, "70001", "Eire"});
  }

  @Nested
  @DisplayName("is a sale")
  class Sale {
    @Test
    @DisplayName("with all it says")
    void ordinary() {
      assertThat(classify("900001", "10001a", "6", "2.55"))
          .isEqualTo(
              new Line.Sale(
                  7,
                  "900001",
                  new Line.Goods("10001a", "MUG"),
                  6,
                  new BigDecimal("2.55"),
                  new Line.Customer("70001", "Eire")));
    }

    @Test
    @DisplayName("also when it was free")
    void free() {
      assertThat(classify("900001", "10001", "1", "0")).isInstanceOf(Line.Sale.class);
    }

    @Test
    @DisplayName("of one product, however the code is spelt")
    void keyIgnoresCase() {
      assertThat(new Line.Goods("85123a", "").key()).isEqualTo(new Line.Goods("85123A", "").key());
    }
  }

  @ParameterizedTest
  @CsvSource({"C900003,-2,2", "900004,-10,10", "C900003,3,3"})
  @DisplayName("is a return when cancelled or negative")
  void returned(String invoice, String quantity, long pieces) {
    assertThat(classify(invoice, "10001", quantity, "0"))
        .isEqualTo(new Line.Return(7, invoice, new Line.Goods("10001", "MUG"), pieces));
  }

  @Nested
  @DisplayName("is skipped for a reason")
  class Skipped {
    private void assertReason(Line line, SkipReason reason) {
      assertThat(line)
          .isInstanceOfSatisfying(
              Line.Skipped.class, skipped -> assertThat(skipped.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "D", "M", "m", "DOT", "C2", "BANK CHARGES", "gift_0001_20"})
    @DisplayName("service codes, also on a cancellation")
    void services(String code) {
      assertReason(classify("900001", code, "1", "18"), SkipReason.SERVICE);
      assertReason(classify("C900001", code, "-1", "18"), SkipReason.SERVICE);
    }

    @ParameterizedTest
    @CsvSource({"1.5", "one", "''"})
    @DisplayName("quantities that are none")
    void quantities(String quantity) {
      assertReason(classify("900001", "10001", quantity, "1"), SkipReason.QUANTITY);
    }

    @Test
    @DisplayName("zero pieces, bad prices, no code, debts, missing columns")
    void others() {
      assertReason(classify("900001", "10001", "0", "1"), SkipReason.ZERO);
      assertReason(classify("900001", "10001", "1", "-1"), SkipReason.PRICE);
      assertReason(classify("900001", "10001", "1", "free"), SkipReason.PRICE);
      assertReason(classify("900001", " ", "1", "1"), SkipReason.NO_CODE);
      assertReason(classify("A900001", "10001", "1", "1"), SkipReason.ADJUSTMENT);
      assertReason(Classifier.classify(7, new String[] {"900001", "10001"}), SkipReason.COLUMNS);
    }
  }
}
