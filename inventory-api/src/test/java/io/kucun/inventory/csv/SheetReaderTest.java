package io.kucun.inventory.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rows of a file")
class SheetReaderTest {
  private static final int MOST = 5;
  private static final List<Column> COLUMNS =
      List.of(
          Column.required("name", "名称"),
          Column.optional("pieces", "件数"),
          Column.optional("weight", "重量"));

  /** Reads names; a row without one is faulty. */
  private record Names(List<Row> seen) implements RowReader<String> {
    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public @Nullable String read(Row row) {
      seen.add(row);
      String name = row.text("name");
      if (name == null) {
        row.missing("name");
      }
      return name;
    }
  }

  private final List<Row> seen = new ArrayList<>();
  private final SheetReader<String> reader = new SheetReader<>(new Names(seen), MOST);
  private int line = 1;

  private SheetReaderTest add(String... cells) {
    reader.add(line++, Arrays.asList(cells), false);
    return this;
  }

  private static List<String> flaws(Flaws flaws) {
    try {
      flaws.raise();
      return List.of();
    } catch (ProblemException e) {
      return e.refusal().flaws().stream()
          .map(flaw -> flaw.line() + " " + flaw.column() + " " + flaw.code())
          .toList();
    }
  }

  private static List<String> refusal(Runnable work) {
    try {
      work.run();
    } catch (ProblemException e) {
      return e.refusal().flaws().stream()
          .map(flaw -> flaw.line() + " " + flaw.column() + " " + flaw.code())
          .toList();
    }
    throw new AssertionError("Not refused");
  }

  @Test
  @DisplayName("are found by the names of their columns, in any order, case and language")
  void columns() {
    Sheet<String> sheet = add(" 件数 ", "NAME").add("7", "tile").end();
    assertThat(sheet.rows()).containsExactly("tile");
    assertThat(sheet.count()).isOne();
    assertThat(seen.getFirst().whole("pieces")).isEqualTo(7);
    assertThat(seen.getFirst().decimal("weight")).isNull();
    assertThat(seen.getFirst().line()).isEqualTo(2);
    assertThat(flaws(sheet.flaws())).isEmpty();
  }

  private Sheet<String> end() {
    return reader.end("digest");
  }

  @Test
  @DisplayName("need a header that names known columns once, and the needed ones")
  void headers() {
    assertThat(refusal(() -> add("pieces", "colour", "件数")))
        .containsExactly(
            "1 colour unknown_column", "1 pieces repeated_column", "1 name missing_column");
  }

  @Test
  @DisplayName("of a file without any are refused, because it has no header")
  void none() {
    add("", " ");
    assertThat(refusal(this::end)).containsExactly("1 null no_header");
  }

  @Test
  @DisplayName("without text are skipped, with too few cells or a stray quote are faulty")
  void shapes() {
    add("name", "pieces").add("", " ").add("a").add("b", "1", "2").add("c", "");
    reader.add(line, List.of("d", "1"), true);
    Sheet<String> sheet = end();
    assertThat(sheet.rows()).containsExactly("c");
    assertThat(sheet.count()).isEqualTo(4);
    assertThat(flaws(sheet.flaws()))
        .containsExactly("3 null width", "4 null width", "6 null stray_quote");
  }

  @Test
  @DisplayName("are no more than a file may have")
  void bound() {
    add("name");
    for (int i = 0; i < MOST; i++) {
      add("x");
    }
    assertThatThrownBy(() -> add("x")).hasMessageContaining("payload_too_large");
  }

  @ParameterizedTest
  @CsvSource({
    "7,7,7",
    "-3,-3,-3",
    "' 12 ',12,12",
    "'',,",
    "' ',,",
    "1.5,!,1.5",
    "1e3,!,!",
    "０７,!,!",
    "x,!,!",
    "0x1,!,!",
    "+1,!,!",
    "'1,000',!,!",
    "999999999999999999,999999999999999999,999999999999999999",
    "9999999999999999999,!,9999999999999999999",
    "'''-3',-3,-3"
  })
  @DisplayName("have numbers in plain digits only")
  void numbers(String cell, String whole, String decimal) {
    add("name", "pieces", "weight").add("a", cell, cell);
    Row row = seen.getFirst();
    Long read = row.whole("pieces");
    BigDecimal number = row.decimal("weight");
    if ("!".equals(whole)) {
      assertThat(row.isSound("pieces")).isFalse();
      assertThat(read).isNull();
    } else {
      assertThat(row.isSound("pieces")).isTrue();
      assertThat(read).isEqualTo(whole == null ? null : Long.valueOf(whole));
    }
    assertThat(row.isSound("weight")).isNotEqualTo("!".equals(decimal));
    assertThat(number)
        .isEqualTo(decimal == null || decimal.equals("!") ? null : new BigDecimal(decimal));
  }

  @Test
  @DisplayName("tell of a column what could not be read, and not also that it is missing")
  void toldOnce() {
    add("name", "pieces").add("a", "x");
    Row row = seen.getFirst();
    row.whole("pieces");
    row.flaws(
        List.of(
            Flaw.at("/pieces", "not_null", CsvPhrase.NO_VALUE.with("pieces")),
            Flaw.at("/name", "size", CsvPhrase.NO_VALUE.with("name")),
            Flaw.at("/name", "text", CsvPhrase.NO_VALUE.with("name"))));
    assertThat(row.isSound()).isFalse();
    assertThat(flaws(end().flaws()))
        .containsExactly("2 pieces wrong_type", "2 name size", "2 name text");
  }

  @Test
  @DisplayName("are all told if they are faulty, however many they are, by line")
  void manyFlaws() {
    Flaws flaws = new Flaws();
    for (int i = 20_000; i > 0; i--) {
      flaws.add(i, "a", "one", CsvPhrase.NO_HEADER.with());
      flaws.add(i, "b", "two", CsvPhrase.NO_HEADER.with());
    }
    List<String> all = flaws(flaws);
    assertThat(all).contains("1 a one", "20000 b two").doesNotContain("1 b two");
    assertThat(all.stream().map(flaw -> flaw.substring(0, flaw.indexOf(' '))).distinct())
        .hasSize(20_000);
    assertThat(all.getFirst()).isEqualTo("1 a one");
  }
}
