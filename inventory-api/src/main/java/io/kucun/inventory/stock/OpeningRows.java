package io.kucun.inventory.stock;

import io.kucun.inventory.csv.Column;
import io.kucun.inventory.csv.Row;
import io.kucun.inventory.csv.RowReader;
import io.kucun.inventory.web.LotWords;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Violations;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file of opening stock. */
final class OpeningRows implements RowReader<OpeningRow> {
  private final Validator validator;

  OpeningRows(Validator validator) {
    this.validator = validator;
  }

  @Override
  public List<Column> columns() {
    return StockColumns.ALL;
  }

  @Override
  public @Nullable OpeningRow read(Row row) {
    String code = row.text(StockColumns.CODE);
    if (code == null) {
      row.missing(StockColumns.CODE);
    }
    boolean counted = row.text(StockColumns.QUANTITY) != null;
    Long quantity = row.whole(StockColumns.QUANTITY);
    if (!counted) {
      row.missing(StockColumns.QUANTITY);
    }
    OpeningRow read =
        new OpeningRow(
            row.line(),
            Objects.requireNonNullElse(code, ""),
            LotWords.blankToNull(row.text(StockColumns.COLOR)),
            date(row),
            Objects.requireNonNullElse(quantity, 0L),
            row.text(StockColumns.REASON),
            row.text(StockColumns.REFERENCE));
    row.flaws(Violations.flaws(validator.validate(read)));
    return row.isSound() ? read : null;
  }

  private static @Nullable LocalDate date(Row row) {
    try {
      return LotWords.date("/" + StockColumns.DATE, row.text(StockColumns.DATE));
    } catch (ProblemException e) {
      row.flaws(e.refusal().flaws());
      return null;
    }
  }
}
