package io.kucun.inventory.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Tells whether a value fits a schema; a field that the schema does not name is a fault. */
public final class Fits {
  private final ApiDocument document;
  private final List<String> faults = new ArrayList<>();

  private Fits(ApiDocument document) {
    this.document = document;
  }

  /** What does not fit, one line per place. */
  public static List<String> faults(ApiDocument document, JsonNode schema, JsonNode value) {
    Fits fits = new Fits(document);
    fits.check(schema, value, "");
    return fits.faults;
  }

  private void check(JsonNode given, JsonNode value, String at) {
    JsonNode schema = document.resolve(given);
    if (!isOfType(schema.path("type"), value)) {
      faults.add(at + " is not of type " + schema.path("type") + ": " + value);
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add(at + " is none of " + schema.get("enum") + ": " + value);
    }
    if (value.isTextual() && !isOfFormat(schema.path("format").asText(), value.asText())) {
      faults.add(at + " is no " + schema.path("format").asText() + ": " + value);
    }
    if (value.isObject() && schema.has("properties")) {
      checkFields(schema, value, at);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      check(schema.path("items"), value.get(i), at + "/" + i);
    }
  }

  private void checkFields(JsonNode schema, JsonNode value, String at) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        faults.add(at + "/" + required.asText() + " is missing");
      }
    }
    value
        .properties()
        .forEach(field -> {
          JsonNode property = schema.path("properties").path(field.getKey());
          if (property.isMissingNode()) {
            faults.add(at + "/" + field.getKey() + " is not described");
          } else {
            check(property, field.getValue(), at + "/" + field.getKey());
          }
        });
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> true;
    };
  }

  private static boolean isOfFormat(String format, String text) {
    return switch (format) {
      case "uuid" -> parses(UUID::fromString, text);
      case "date" -> parses(LocalDate::parse, text);
      case "date-time" -> parses(Instant::parse, text);
      default -> true;
    };
  }

  private static boolean parses(Function<String, ?> parser, String text) {
    try {
      return parser.apply(text) != null;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return false;
    }
  }

  private static boolean contains(JsonNode words, JsonNode value) {
    for (JsonNode word : words) {
      if (word.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
