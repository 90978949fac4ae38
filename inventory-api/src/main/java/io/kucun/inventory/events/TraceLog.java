package io.kucun.inventory.events;

import java.util.List;
import org.jboss.logging.Logger;

/** Says at debug level which trace each published event belongs to. */
final class TraceLog {
  private static final Logger LOG = Logger.getLogger(TraceLog.class);

  private TraceLog() {}

  static void published(List<EventRow> events, String epoch) {
    if (LOG.isDebugEnabled()) {
      events.forEach(event ->
          LOG.debugf(
              "Published %s %s:%d, traceparent %s",
              event.channel(), epoch, event.offset(), event.traceparent()));
    }
  }
}
