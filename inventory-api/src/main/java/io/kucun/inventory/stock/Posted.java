package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a line that moved a lot: the ledger row and the lot as this row has left it. */
@RegisterForReflection
@Schema(name = "Posted")
record Posted(MovementView movement, LotView lot) {

  /** The answers to the lines of a batch, in their order. */
  @RegisterForReflection
  @Schema(name = "PostedBatch")
  record Batch(List<Posted> data) {}
}
