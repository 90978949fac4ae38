package io.kucun.gateway;

import java.util.Map;
import java.util.Properties;

/**
 * How many event loops there are, unless that is configured: one for two processors. Fewer loops
 * wake up less often and have more to write each time.
 */
final class EventLoops {

  static final String PROPERTY = "quarkus.vertx.event-loops-pool-size";
  static final String VARIABLE = "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE";

  private EventLoops() {}

  static void configure(Map<String, String> variables, Properties properties, int processors) {
    if (!variables.containsKey(VARIABLE) && !properties.containsKey(PROPERTY)) {
      properties.setProperty(PROPERTY, Integer.toString(Math.max(1, processors / 2)));
    }
  }
}
