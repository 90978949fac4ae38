package io.kucun.inventory.stock;

import io.kucun.inventory.csv.Column;
import io.kucun.inventory.csv.CsvLine;
import java.util.List;

/** The columns of a file of lots, the same in both directions. */
final class StockColumns {
  static final String CODE = "productCode";
  static final String NAME = "productName";
  static final String COLOR = "colorCode";
  static final String DATE = "productionDate";
  static final String QUANTITY = "quantity";
  static final String RESERVED = "reservedQuantity";
  static final String AVAILABLE = "availableQuantity";
  static final String REASON = "reason";
  static final String REFERENCE = "reference";

  /** Name, reserved and available are for people: coming in, they are not read. */
  static final List<Column> ALL =
      List.of(
          Column.required(CODE, "产品编码"),
          Column.optional(NAME, "产品名称"),
          Column.optional(COLOR, "色号"),
          Column.optional(DATE, "生产日期"),
          Column.required(QUANTITY, "数量"),
          Column.optional(RESERVED, "预留数量"),
          Column.optional(AVAILABLE, "可用数量"),
          Column.optional(REASON, "原因"),
          Column.optional(REFERENCE, "单据号"));

  /** What an export has of them. */
  static final List<Column> EXPORTED = ALL.subList(0, 7);

  private StockColumns() {}

  /** The row of a lot, in the order of the exported columns. */
  static CsvLine line(ListedLot lot) {
    return new CsvLine()
        .text(lot.productCode())
        .text(lot.productName())
        .text(lot.colorCode())
        .plain(lot.productionDate())
        .plain(lot.quantity())
        .plain(lot.reservedQuantity())
        .plain(lot.availableQuantity());
  }
}
