package io.kucun.inventory.stock;

import io.kucun.inventory.csv.Column;
import io.kucun.inventory.csv.CsvLine;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger row as it stands in a file: with the words of its product and its lot. */
record MovementLine(
    MovementView movement,
    String productCode,
    String productName,
    @Nullable String colorCode,
    @Nullable LocalDate productionDate) {

  static final List<Column> COLUMNS =
      List.of(
          Column.optional("occurredAt", "时间"),
          Column.optional("documentNumber", "单号"),
          Column.optional("type", "类型"),
          Column.optional("inboundType", "入库类型"),
          Column.optional(StockColumns.CODE, "产品编码"),
          Column.optional(StockColumns.NAME, "产品名称"),
          Column.optional(StockColumns.COLOR, "色号"),
          Column.optional(StockColumns.DATE, "生产日期"),
          Column.optional("delta", "数量变化"),
          Column.optional("balanceAfter", "变化后数量"),
          Column.optional("reservedDelta", "预留变化"),
          Column.optional("reservedAfter", "变化后预留"),
          Column.optional(StockColumns.REASON, "原因"),
          Column.optional(StockColumns.REFERENCE, "单据号"),
          Column.optional("actor", "操作人"),
          Column.optional("id", "流水 ID"),
          Column.optional("lotId", "批次 ID"),
          Column.optional("productId", "产品 ID"));

  static MovementLine of(Row row) {
    return new MovementLine(
        MovementView.of(row),
        row.getString("code"),
        row.getString("name"),
        row.getString("color_code"),
        row.getLocalDate("production_date"));
  }

  /** The row, in the order of the columns. */
  CsvLine line() {
    return new CsvLine()
        .plain(movement.occurredAt())
        .plain(movement.documentNumber())
        .plain(movement.type())
        .plain(movement.inboundType())
        .text(productCode)
        .text(productName)
        .text(colorCode)
        .plain(productionDate)
        .plain(movement.delta())
        .plain(movement.balanceAfter())
        .plain(movement.reservedDelta())
        .plain(movement.reservedAfter())
        .text(movement.reason())
        .text(movement.reference())
        .text(movement.actor())
        .plain(movement.id())
        .plain(movement.lotId())
        .plain(movement.productId());
  }
}
