package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stock-take as clients see it.
 *
 * @param documentNumber stands on each ledger row that it posts
 * @param status {@code open}, {@code submitted} or {@code cancelled}
 * @param productIds the products that are counted; empty for all
 * @param lines how many lots have been counted
 * @param posted how many of them were corrected
 * @param unchanged how many of them were right
 * @param reported how many of them could not be corrected and are to be counted again
 */
@RegisterForReflection
@Schema(name = "Count")
record CountView(
    UUID id,
    String documentNumber,
    @Nullable String name,
    String status,
    List<UUID> productIds,
    @Nullable String colorCode,
    int lines,
    int posted,
    int unchanged,
    int reported,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static CountView of(StockCount count) {
    return new CountView(
        count.id,
        count.documentNumber,
        count.name,
        count.status.wire(),
        count.products(),
        count.colorCode,
        count.lines,
        count.posted,
        count.unchanged,
        count.reported,
        count.createdBy,
        count.createdAt,
        count.updatedAt,
        count.version);
  }

  /**
   * A counted lot.
   *
   * @param systemQuantity what the system said when it was counted
   * @param outcome what submitting did with it; null until then
   */
  @RegisterForReflection
  @Schema(name = "CountLine")
  record Line(
      int line,
      UUID productId,
      @Nullable String colorCode,
      @Nullable LocalDate productionDate,
      long systemQuantity,
      long countedQuantity,
      String countedBy,
      Instant countedAt,
      @Nullable String outcome) {

    static Line of(CountLine line) {
      return new Line(
          line.line,
          line.productId,
          line.colorCode,
          line.productionDate,
          line.systemQuantity,
          line.countedQuantity,
          line.countedBy,
          line.countedAt,
          line.outcome == null ? null : line.outcome.wire());
    }
  }

  /** The answer to lines: the stock-take, and these lines as they were recorded. */
  @RegisterForReflection
  @Schema(name = "CountRecorded")
  record Recorded(CountView count, List<Line> lines) {}

  /** The answer to submitting: the stock-take, and each line that was not posted, and why. */
  @RegisterForReflection
  @Schema(name = "CountSubmitted")
  record Submitted(CountView count, List<Conflict> conflicts) {}

  /**
   * A line that could not be posted; the lot is as it was.
   *
   * @param code {@code moved}, {@code below_reserved}, {@code product_archived} or {@code
   *     too_large}
   * @param systemQuantity what the system said when the lot was counted
   * @param currentQuantity what it says now
   */
  @RegisterForReflection
  @Schema(name = "CountConflict")
  record Conflict(
      int line,
      String code,
      UUID productId,
      @Nullable String colorCode,
      @Nullable LocalDate productionDate,
      long systemQuantity,
      long currentQuantity,
      long reservedQuantity,
      long countedQuantity) {}
}
