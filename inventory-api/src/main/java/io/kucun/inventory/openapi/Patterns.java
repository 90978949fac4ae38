package io.kucun.inventory.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Java's patterns in the words of JSON Schema, which reads them as ECMA 262 does. */
final class Patterns {
  private static final Pattern WORDS = Pattern.compile("[a-z_]+(\\|[a-z_]+)*");

  /** A class within a class is Java's alone. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "[[^\\p{Cntrl}\\p{Cs}]\\t\\n\\r]*",
          "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]*$",
          "[^\\p{C}\\p{Z}](?:[[^\\p{C}\\p{Z}] ]*[^\\p{C}\\p{Z}])?",
          "^(?:[^\\p{C}\\p{Z}](?:(?:[^\\p{C}\\p{Z}]| )*[^\\p{C}\\p{Z}])?)$");

  private Patterns() {}

  static void translate(OpenAPI api) {
    api.getComponents()
        .getSchemas()
        .values()
        .forEach(schema -> Schemas.walk(schema, Patterns::translate));
  }

  private static void translate(Schema schema) {
    String pattern = schema.getPattern();
    if (pattern == null) {
      return;
    }
    if (WORDS.matcher(pattern).matches()) {
      schema.setPattern(null);
      List<Object> words = new ArrayList<>(List.of(pattern.split("\\|", -1)));
      if (schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL)) {
        words.add(null);
      }
      schema.setEnumeration(words);
    } else if (ELSEWHERE.containsKey(pattern)) {
      schema.setPattern(ELSEWHERE.get(pattern));
    } else if (!pattern.startsWith("^")) {
      schema.setPattern("^(?:" + pattern + ")$");
    }
  }
}
