package io.kucun.inventory.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.web.ProblemException;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file")
class CsvParserTest {
  private static final int LONGEST = 40;
  private static final String TRICKY =
      "a,b\r\n\"1,\"\"2\"\"\",\"x\r\ny\"\n\n抛光砖,\"\"\r3,\"𠮷\n\"\r\n,\r\n\"last\",'";

  private record Found(int line, List<String> cells, boolean stray) {}

  private static List<Found> parse(String... pieces) {
    List<Found> found = new ArrayList<>();
    CsvParser parser =
        new CsvParser((line, cells, stray) -> found.add(new Found(line, cells, stray)), LONGEST);
    for (String piece : pieces) {
      parser.accept(CharBuffer.wrap(piece));
    }
    parser.end();
    return found;
  }

  private static Found row(int line, String... cells) {
    return new Found(line, List.of(cells), false);
  }

  private static final List<Found> ROWS =
      List.of(
          row(1, "a", "b"),
          row(2, "1,\"2\"", "x\r\ny"),
          row(5, "抛光砖", ""),
          row(6, "3", "𠮷\n"),
          row(8, "", ""),
          row(9, "last", "'"));

  /** Feeds bytes cut at one place, as far as possible, and tells the refusal instead of rows. */
  private static String decode(FileCharset charset, byte[] bytes, int cut) {
    List<Found> found = new ArrayList<>();
    CsvParser parser =
        new CsvParser((line, cells, stray) -> found.add(new Found(line, cells, stray)), LONGEST);
    StrictDecoder decoder = new StrictDecoder(charset, parser);
    try {
      decoder.accept(Arrays.copyOfRange(bytes, 0, cut));
      decoder.accept(Arrays.copyOfRange(bytes, cut, bytes.length));
      decoder.end();
      parser.end();
    } catch (ProblemException refusal) {
      return String.valueOf(refusal.getMessage());
    }
    return found.toString();
  }

  @Test
  @DisplayName("is cut into its cells, each row with the line where it starts")
  void rows() {
    assertThat(parse(TRICKY)).isEqualTo(ROWS);
    assertThat(parse(TRICKY.replace("last", "lost"))).isNotEqualTo(ROWS);
  }

  @Test
  @DisplayName("has the same rows wherever its text is cut")
  void cutAnywhere() {
    for (int one = 0; one <= TRICKY.length(); one++) {
      for (int two = one; two <= TRICKY.length(); two++) {
        assertThat(
                parse(TRICKY.substring(0, one), TRICKY.substring(one, two), TRICKY.substring(two)))
            .as("cut at %d and %d", one, two)
            .isEqualTo(ROWS);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "\"a\"b", "\"a\" ", "x,a\""})
  @DisplayName("with a stray quote has a row that is marked, and goes on after it")
  void strayQuote(String text) {
    List<Found> found = parse(text + "\nnext");
    assertThat(found.getFirst().stray()).isTrue();
    assertThat(found.getLast()).isEqualTo(row(2, "next"));
  }

  @Test
  @DisplayName("whose quote stays open is refused at the line where the row starts")
  void openQuote() {
    assertThatThrownBy(() -> parse("a\n\"b\nc\nd"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.refusal().flaws().getFirst().line()).isEqualTo(2));
  }

  @Test
  @DisplayName("with an endless cell or row is refused")
  void bounds() {
    assertThat(parse("x".repeat(LONGEST))).hasSize(1);
    assertThatThrownBy(() -> parse("x".repeat(LONGEST + 1))).hasMessageContaining("40 characters");
    assertThat(parse(",".repeat(99))).hasSize(1);
    assertThatThrownBy(() -> parse(",".repeat(100))).hasMessageContaining("100 cells");
  }

  @Nested
  @DisplayName("in a charset")
  class Charsets {
    @ParameterizedTest
    @CsvSource({"utf-8, UTF-8", "UTF8, UTF-8", "gb18030, GB18030", "GBK, GBK", "gb2312, GB2312"})
    @DisplayName("is read by the charset's label, wherever its bytes are cut")
    void labels(String label, String charset) {
      String text = charset.equals("GB2312") || charset.equals("GBK") ? "抛光砖,2" : "抛光砖,𠮷";
      byte[] bytes = text.getBytes(Charset.forName(charset));
      for (int cut = 0; cut <= bytes.length; cut++) {
        assertThat(decode(FileCharset.named(label).orElseThrow(), bytes, cut))
            .isEqualTo(List.of(row(1, text.split(",", -1))).toString());
      }
    }

    @Test
    @DisplayName("has no byte order mark in its text")
    void mark() {
      for (String label : FileCharset.NAMES) {
        FileCharset charset = FileCharset.named(label).orElseThrow();
        byte[] bytes = "\uFEFFa,\uFEFF".getBytes(charset.charset());
        for (int cut = 0; cut <= bytes.length; cut++) {
          assertThat(decode(charset, bytes, cut))
              .isEqualTo(List.of(row(1, "a", "\uFEFF")).toString());
        }
      }
    }

    @Test
    @DisplayName("is refused at its first malformed byte, wherever its bytes are cut")
    void malformed() {
      byte[] bytes = "名\n砖x".getBytes(StandardCharsets.UTF_8);
      bytes[6] = 'x';
      for (int cut = 0; cut <= bytes.length; cut++) {
        assertThat(decode(FileCharset.named("utf-8").orElseThrow(), bytes, cut))
            .isEqualTo("csv_charset: Byte 5, in line 2, is not utf-8.");
      }
      byte[] half = Arrays.copyOf("a,砖".getBytes(StandardCharsets.UTF_8), 4);
      assertThat(decode(FileCharset.named("utf-8").orElseThrow(), half, 3))
          .contains("Byte 3, in line 1");
      byte[] wide = "a,砖".getBytes(Charset.forName("GB18030"));
      assertThat(decode(FileCharset.named("gb18030").orElseThrow(), Arrays.copyOf(wide, 3), 3))
          .contains("Byte 3");
      assertThat(
              decode(
                  FileCharset.named("utf-8").orElseThrow(),
                  "a".getBytes(StandardCharsets.UTF_16),
                  1))
          .contains("Byte 1, in line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "iso-8859-1", "big5", "x"})
    @DisplayName("that is not taken is refused, not guessed")
    void unknown(String label) {
      assertThat(FileCharset.named(label)).isEmpty();
      assertThatThrownBy(() -> FileCharset.ofContent("text/csv; charset=" + label))
          .hasMessageStartingWith("unsupported_media_type: The charset " + label);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-3", "@x", "\tx", "\rx", "＝x", "＋x", "－x", "＠x", "'=x", "''-x"})
  @DisplayName("that is sent has no cell that a spreadsheet takes for a formula, and gives it back")
  void formulas(String text) {
    String cell = Formula.neutralise(text);
    assertThat(cell).isEqualTo("'" + text);
    assertThat(Formula.restore(cell)).isEqualTo(text);
    assertThat(parse(new CsvLine().text(text).plain(-3).toString()))
        .containsExactly(row(1, "'" + text, "-3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=b", "'", "'a", "抛光砖", "1-2"})
  @DisplayName("that is sent leaves other text alone")
  void harmless(String text) {
    assertThat(Formula.neutralise(text)).isEqualTo(text);
    assertThat(Formula.restore(text)).isEqualTo(text);
  }
}
