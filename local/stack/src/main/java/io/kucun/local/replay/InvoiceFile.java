package io.kucun.local.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.kucun.local.client.ClientException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A CSV file of invoice lines with a heading; it is read line by line, and never held whole. */
record InvoiceFile(Path path) {
  private static final String[] HEADING = {
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country"
  };

  /** Reads all lines in their order. */
  void forEach(Consumer<Line> consumer) {
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    // This reader replaces what is no UTF-8: a stray byte in a description stops nothing.
    try (Reader in = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8);
        MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(in)) {
      requireHeading(rows);
      if (!rows.hasNext()) {
        throw new ClientException(path + " has no invoice lines");
      }
      for (long number = 2; rows.hasNext(); number++) {
        consumer.accept(Classifier.classify(number, rows.next()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireHeading(MappingIterator<String[]> rows) throws IOException {
    String[] first = rows.hasNext() ? rows.next() : new String[0];
    if (first.length > 0) {
      first[0] = first[0].replaceFirst("^\uFEFF", "");
    }
    if (!Arrays.equals(first, HEADING)) {
      throw new ClientException(
          path + " is no Online Retail file: its first line is not " + String.join(",", HEADING));
    }
  }
}
