package io.kucun.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.client.ClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of invoices")
class InvoiceFileTest {
  private static final String HEADING =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  @TempDir Path directory;

  @Test
  @DisplayName("is read line by line")
  void lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    file(HEADING + "1,A,Tile,2,2010-12-01 08:26:00,2.55,17850,UK\n").forEach(lines::add);
    assertThat(lines).hasSize(1);
  }

  @Test
  @DisplayName("without any invoice is refused")
  void headingOnly() throws IOException {
    InvoiceFile file = file(HEADING);
    assertThatThrownBy(() -> file.forEach(line -> {}))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("has no invoice lines");
  }

  @Test
  @DisplayName("with another heading is refused")
  void otherHeading() throws IOException {
    InvoiceFile file = file("a,b\n1,2\n");
    assertThatThrownBy(() -> file.forEach(line -> {}))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("its first line is not");
  }

  private InvoiceFile file(String text) throws IOException {
    return new InvoiceFile(Files.writeString(directory.resolve("invoices.csv"), text));
  }
}
