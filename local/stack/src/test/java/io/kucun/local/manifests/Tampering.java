package io.kucun.local.manifests;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A change for the worse.
 *
 * @param overlay what is changed
 * @param rule what is then broken
 * @param object kind and name of what is changed
 * @param where what in it
 * @param value what stands there afterwards, in JSON; nothing if empty
 */
record Tampering(String overlay, String rule, String object, String where, String value) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the overlay with everything in it. */
  Tampering(String rule, String object, String where, String value) {
    this("k8s/overlays/dev", rule, object, where, value);
  }

  Manifest target(Manifests manifests) {
    int space = object.indexOf(' ');
    return manifests.get(object.substring(0, space), object.substring(space + 1));
  }

  void apply(Manifests manifests) {
    JsonPointer pointer = JsonPointer.compile(where);
    JsonNode parent = target(manifests).node().at(pointer.head());
    JsonPointer last = pointer.last();
    if (parent instanceof ArrayNode array) {
      array.set(last.getMatchingIndex(), parsed());
    } else if (!(parent instanceof ObjectNode fields)) {
      throw new IllegalArgumentException("nothing at " + pointer.head() + " of " + object);
    } else if (value.isEmpty()) {
      fields.remove(last.getMatchingProperty());
    } else {
      fields.set(last.getMatchingProperty(), parsed());
    }
  }

  private JsonNode parsed() {
    try {
      return JSON.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return rule + ": " + object + " " + where + " = " + value;
  }
}
