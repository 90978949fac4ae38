package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What must be confirmed before events with these tags may reach anybody. */
public interface BeforePublish {
  /** Completes when it is confirmed; a failure holds the events back, and they are tried again. */
  Uni<Void> beforePublish(Set<String> tags);

  /**
   * Completes when nothing is served any more that was cached before now; to be called before a
   * channel in Redis gets a place that it may not have come to by its events alone, as after a
   * restore of the database.
   */
  Uni<Void> beforeRestart();
}
