package io.kucun.inventory.startup;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;

/**
 * The form of what is said before there is a log: a line, or an object a line where logs are such.
 */
final class FirstWords {
  private FirstWords() {}

  static String of(String fault, boolean json) {
    if (!json) {
      return fault;
    }
    return "{\"timestamp\":\"%s\",\"loggerName\":\"%s\",\"level\":\"FATAL\",\"message\":\"%s\",\"service\":\"inventory-api\"}"
        .formatted(
            Instant.now(),
            Main.class.getName(),
            new String(JsonStringEncoder.getInstance().quoteAsString(fault)));
  }
}
