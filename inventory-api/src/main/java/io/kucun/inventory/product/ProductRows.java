package io.kucun.inventory.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.inventory.csv.Column;
import io.kucun.inventory.csv.Row;
import io.kucun.inventory.csv.RowReader;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Violations;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file of products, by the rules of a body in JSON. */
final class ProductRows implements RowReader<NewProduct> {
  private final Validator validator;
  private final ObjectMapper json;
  private final Map<String, Integer> lines = new HashMap<>();

  ProductRows(Validator validator, ObjectMapper json) {
    this.validator = validator;
    this.json = json;
  }

  @Override
  public List<Column> columns() {
    return ProductColumns.ALL;
  }

  @Override
  public @Nullable NewProduct read(Row row) {
    ProductBody body = body(row);
    row.flaws(Violations.flaws(validator.validate(body)));
    if (!row.isSound(ProductColumns.CODE)) {
      return null;
    }
    Product product = new Product();
    product.code = body.code();
    product.codeKey = Products.keyOf(body.code());
    Integer earlier = lines.putIfAbsent(product.codeKey, row.line());
    if (earlier != null) {
      row.flaw(
          ProductColumns.CODE,
          ProblemCode.DUPLICATE_CODE.wire(),
          ProductPhrase.CODE_ON_LINE.with(body.code(), earlier));
      return null;
    }
    if (row.isSound()) {
      fill(row, body, product);
    }
    return new NewProduct(row.line(), product);
  }

  private ProductBody body(Row row) {
    Long pieces = row.whole(ProductColumns.PIECES_PER_UNIT);
    return new ProductBody(
        needed(row, ProductColumns.CODE),
        needed(row, ProductColumns.NAME),
        row.text(ProductColumns.SPECIFICATION),
        specifications(row),
        row.text(ProductColumns.UNIT),
        // Out of its bounds it is refused, whatever it is.
        pieces == null ? null : Math.clamp(pieces, Integer.MIN_VALUE, Integer.MAX_VALUE),
        row.decimal(ProductColumns.WEIGHT),
        row.text(ProductColumns.STATUS),
        row.whole(ProductColumns.THRESHOLD));
  }

  private static String needed(Row row, String column) {
    String text = row.text(column);
    if (text == null) {
      row.missing(column);
    }
    return Objects.requireNonNullElse(text, "");
  }

  private @Nullable ObjectNode specifications(Row row) {
    String text = row.text(ProductColumns.SPECIFICATIONS);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return json.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException e) {
      row.flaw(
          ProductColumns.SPECIFICATIONS,
          "wrong_type",
          ProductPhrase.JSON_OBJECT.with(ProductColumns.SPECIFICATIONS));
      return null;
    }
  }

  private static void fill(Row row, ProductBody body, Product product) {
    try {
      ProductFields.create(body, product);
    } catch (ProblemException e) {
      row.flaws(e.refusal().flaws());
    }
  }
}
