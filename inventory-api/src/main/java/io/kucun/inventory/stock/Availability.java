package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an order of these lines could be confirmed right now; nothing is reserved.
 *
 * @param sufficient whether all lines could be served together
 */
@RegisterForReflection
record Availability(boolean sufficient, List<Line> data) {

  /**
   * The answer to one line.
   *
   * @param available the most that the line could take, after the lines that choose before it
   */
  @RegisterForReflection
  @Schema(name = "AvailabilityLine")
  record Line(UUID productId, long requested, long available, boolean sufficient) {}
}
