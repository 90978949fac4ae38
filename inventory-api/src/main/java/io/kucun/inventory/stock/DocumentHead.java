package io.kucun.inventory.stock;

import io.kucun.inventory.web.Caller.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says who moves stock, when and why; stands on each ledger row of a document.
 *
 * @param number the document's number, from a database sequence
 * @param reference what the document refers to, in the words of its author
 */
public record DocumentHead(
    String number,
    @Nullable String reason,
    @Nullable String reference,
    Actor actor,
    Instant occurredAt) {

  /** A document of now. */
  public static DocumentHead of(
      String number, @Nullable String reason, @Nullable String reference, Actor actor) {
    return new DocumentHead(
        number, reason, reference, actor, Instant.now().truncatedTo(ChronoUnit.MICROS));
  }

  /** The same document with the words of one of its lines. */
  DocumentHead saying(@Nullable String reason, @Nullable String reference) {
    return new DocumentHead(number, reason, reference, actor, occurredAt);
  }
}
