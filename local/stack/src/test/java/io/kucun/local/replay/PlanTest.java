package io.kucun.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.client.ClientException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The plan of a dirty file")
class PlanTest {
  static Path dirtyFile() {
    URL url = Objects.requireNonNull(PlanTest.class.getResource("/dirty-invoices.csv"));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private final Plan plan = Plan.of(new InvoiceFile(dirtyFile()));

  private Plan.Item item(String key) {
    return Objects.requireNonNull(plan.items().get(key));
  }

  @Test
  @DisplayName("makes one product of codes that differ in case, named by any of their lines")
  void oneProductForEachCode() {
    assertThat(plan.items()).containsOnlyKeys("10001A", "10002", "10003", "10004", "10006");
    assertThat(item("10001A").name()).isEqualTo("TEA TOWEL, STRIPED");
    assertThat(item("10003").name()).isEqualTo("10003 (no description)");
  }

  @Test
  @DisplayName("opens with what all its sales will take, and one of what only comes back")
  void sumsTheDemand() {
    assertThat(item("10001A").openingStock()).isEqualTo(11);
    assertThat(item("10002").openingStock()).isEqualTo(36);
    assertThat(item("10004").openingStock()).isEqualTo(1);
  }

  @Test
  @DisplayName("knows when an invoice is complete")
  void countsTheLines() {
    assertThat(plan.orders()).isEqualTo(4);
    assertThat(plan.saleLinesOf("900001")).isEqualTo(2);
    assertThat(plan.saleLinesOf("900006")).isZero();
  }

  @Test
  @DisplayName("survives a byte that is no UTF-8, a byte order mark and Windows line ends")
  void survivesBytes(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("bytes.csv");
    String heading =
        "\uFEFFInvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    byte[] line =
        "\r\n1,10001,CAF_ SIGN,1,12-01-2010 08:26,1,,Eire".getBytes(StandardCharsets.UTF_8);
    line[13] = (byte) 0xE9;
    Files.write(file, heading.getBytes(StandardCharsets.UTF_8));
    Files.write(file, line, java.nio.file.StandardOpenOption.APPEND);
    List<Line> lines = new ArrayList<>();
    new InvoiceFile(file).forEach(lines::add);
    assertThat(lines).singleElement().isInstanceOf(Line.Sale.class);
  }

  @Test
  @DisplayName("refuses a file with another heading")
  void refusesOtherFiles(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("other.csv");
    Files.writeString(file, "a,b\n1,2\n");
    assertThatThrownBy(() -> Plan.of(new InvoiceFile(file)))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("no Online Retail file");
  }
}
