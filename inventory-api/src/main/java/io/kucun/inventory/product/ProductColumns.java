package io.kucun.inventory.product;

import io.kucun.inventory.csv.Column;
import io.kucun.inventory.csv.CsvLine;
import java.util.List;

/** The columns of a file of products, the same in both directions. */
final class ProductColumns {
  static final String CODE = "code";
  static final String NAME = "name";
  static final String SPECIFICATION = "specification";
  static final String SPECIFICATIONS = "specifications";
  static final String UNIT = "unit";
  static final String PIECES_PER_UNIT = "piecesPerUnit";
  static final String WEIGHT = "weight";
  static final String STATUS = "status";
  static final String THRESHOLD = "lowStockThreshold";

  static final List<Column> ALL =
      List.of(
          Column.required(CODE, "产品编码"),
          Column.required(NAME, "产品名称"),
          Column.optional(SPECIFICATION, "规格"),
          Column.optional(SPECIFICATIONS, "其他规格"),
          Column.optional(UNIT, "单位"),
          Column.optional(PIECES_PER_UNIT, "每单位件数"),
          Column.optional(WEIGHT, "重量"),
          Column.optional(STATUS, "状态"),
          Column.optional(THRESHOLD, "低库存阈值"));

  private ProductColumns() {}

  /** The row of a product, in the order of the columns. */
  static CsvLine line(ProductView product) {
    String specifications = product.specifications();
    return new CsvLine()
        .text(product.code())
        .text(product.name())
        .text(product.specification())
        .text(specifications.equals("{}") ? null : specifications)
        .plain(product.unit())
        .plain(product.piecesPerUnit())
        .plain(product.weight() == null ? null : product.weight().toPlainString())
        .plain(product.status())
        .plain(product.lowStockThreshold());
  }
}
