package io.kucun.gateway.session.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's order to end all sockets of a user. The services tell it to each other as
 * {@code {"type":"disconnect","sub":…}}.
 */
public record DisconnectOrder(String subject) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_SUBJECT = 255;

  /** Reads what came from another service; null if it is something else. */
  public static @Nullable DisconnectOrder heard(byte[] message) {
    Map<String, String> fields = strings(message);
    String subject = fields.getOrDefault("sub", "");
    return "disconnect".equals(fields.get("type")) && isSubject(subject)
        ? new DisconnectOrder(subject)
        : null;
  }

  /** Reads the body of a request, {@code {"sub":…}} and nothing else. */
  static DisconnectOrder asked(byte[] body) {
    Map<String, String> fields = strings(body);
    String subject = fields.getOrDefault("sub", "");
    if (!fields.keySet().equals(Set.of("sub")) || !isSubject(subject)) {
      throw new RefusedException(Refusal.INVALID_BODY);
    }
    return new DisconnectOrder(subject);
  }

  private static boolean isSubject(String text) {
    return !text.isBlank() && text.length() <= MAX_SUBJECT;
  }

  /** The fields of an object of strings; a value of another type counts as empty. */
  private static Map<String, String> strings(byte[] json) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        String value = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
        parser.skipChildren();
        if (fields.put(name, value) != null) {
          return Map.of();
        }
      }
      return parser.nextToken() == null ? fields : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  String toJson() {
    StringWriter text = new StringWriter(80);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", "disconnect");
      json.writeStringField("sub", subject);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes every character", e);
    }
    return text.toString();
  }
}
