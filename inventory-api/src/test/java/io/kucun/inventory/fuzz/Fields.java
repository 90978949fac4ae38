package io.kucun.inventory.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.inventory.testing.ApiDocument;
import java.util.ArrayList;
import java.util.List;

/** The places of a body, by its schema. */
final class Fields {
  private static final String MARK = "@@HOSTILE@@";

  private Fields() {}

  /** A JSON pointer to each field, at any depth; of arrays, into the first entry. */
  static List<String> of(ApiDocument document, JsonNode schema) {
    List<String> pointers = new ArrayList<>();
    collect(document, schema, "", pointers);
    return pointers;
  }

  private static void collect(
      ApiDocument document, JsonNode given, String at, List<String> pointers) {
    JsonNode schema = document.resolve(given);
    if (!at.isEmpty()) {
      pointers.add(at);
    }
    if (schema.has("items")) {
      collect(document, schema.get("items"), at + "/0", pointers);
    }
    schema
        .path("properties")
        .properties()
        .forEach(field -> collect(document, field.getValue(), at + "/" + field.getKey(), pointers));
  }

  /** The body with another value at this place. */
  static String replaced(String body, String pointer, String value) {
    JsonNode root = ApiDocument.parse(body).deepCopy();
    int last = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    if (parent instanceof ArrayNode array && !array.isEmpty()) {
      array.set(Integer.parseInt(name), MARK);
    } else if (parent instanceof ObjectNode object) {
      object.put(name, MARK);
    }
    return root.toString().replace('"' + MARK + '"', value);
  }
}
