package io.kucun.gateway.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Which trace an event belongs to. Read only for a log line that somebody asked for: neither the
 * hub nor a client needs it, so an {@link Envelope} does not carry it.
 */
public final class Traceparent {

  private static final JsonFactory JSON = new JsonFactory();

  private Traceparent() {}

  /** The {@code traceparent} around an event; null if there is none that is a text. */
  public static @Nullable String of(byte[] envelope) {
    try (JsonParser parser = JSON.createParser(envelope)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("traceparent");
        JsonToken value = parser.nextToken();
        if (found) {
          return value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }
}
