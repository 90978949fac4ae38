package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/problems.md")
class ProblemsDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "problems.md");
  private static final int COLUMNS = 7;

  @Test
  @DisplayName("lists every code with its status and its title in both languages")
  void complete() throws IOException {
    List<String> rows = rows(Files.readString(DOCUMENT));
    assertThat(rows).isEqualTo(Stream.of(ProblemCode.values()).map(this::row).toList());
  }

  @Test
  @DisplayName("is read well enough to see a wrong status, a missing and a reworded row")
  void planted() throws IOException {
    String document = Files.readString(DOCUMENT);
    List<String> rows = rows(document);
    assertThat(rows(document.replace("| 428 |", "| 412 |"))).isNotEqualTo(rows);
    assertThat(rows(document.replaceFirst("(?m)^\\| `busy`.*\n", ""))).hasSize(rows.size() - 1);
    assertThat(rows(document.replace("请求过多", "请求太多"))).isNotEqualTo(rows);
    assertThat(rows(document.replaceFirst("\\| a limit on[^|]*\\|", "| |")))
        .as("a row without its when is none")
        .hasSize(rows.size() - 1);
  }

  private String row(ProblemCode code) {
    return String.join(
        "|", code.wire(), String.valueOf(code.status()), code.english(), code.chinese());
  }

  /** What the table says, without the column that only people read. */
  private static List<String> rows(String document) {
    return document
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", COLUMNS))
        .filter(cells -> cells.length == COLUMNS && !cells[3].isBlank())
        .map(cells ->
            String.join(
                "|",
                cells[1].strip().replace("`", ""),
                cells[2].strip(),
                cells[4].strip(),
                cells[5].strip()))
        .toList();
  }
}
