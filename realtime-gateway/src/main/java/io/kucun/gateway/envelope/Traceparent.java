package io.kucun.gateway.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which trace an event belongs to. Read only for a log line that somebody asked for: neither the
 * hub nor a client needs it, so an {@link Envelope} does not carry it.
 */
public final class Traceparent {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Of W3C Trace Context. Anybody may publish, and a line break in a log would look like a line.
   */
  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /** The {@code traceparent} around an event; null if there is none of that form. */
  public static @Nullable String of(byte[] envelope) {
    try (JsonParser parser = JSON.createParser(envelope)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("traceparent");
        JsonToken value = parser.nextToken();
        if (found) {
          return value == JsonToken.VALUE_STRING ? checked(parser.getText()) : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable String checked(String text) {
    return FORM.matcher(text).matches() ? text : null;
  }
}
