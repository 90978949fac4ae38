package io.kucun.inventory.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.inventory.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The free part of a product: any JSON object, within bounds that every subscriber can take. */
final class Specifications {
  private static final int MOST_CHARACTERS = 16 * 1024;
  private static final int DEEPEST = 16;

  private Specifications() {}

  /**
   * The object as text; an absent one is empty.
   *
   * @throws ProblemException 400 if it is too long or too deep
   */
  static String text(@Nullable ObjectNode given) {
    if (given == null) {
      return "{}";
    }
    if (isDeeper(given, DEEPEST)) {
      throw refused(ProductPhrase.TOO_DEEP, DEEPEST);
    }
    String text = given.toString();
    if (text.length() > MOST_CHARACTERS) {
      throw refused(ProductPhrase.TOO_LONG, MOST_CHARACTERS);
    }
    return text;
  }

  private static boolean isDeeper(JsonNode node, int levels) {
    if (!node.isContainerNode()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (JsonNode child : node) {
      if (isDeeper(child, levels - 1)) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException refused(ProductPhrase phrase, int bound) {
    return ProblemException.invalid(
        "/specifications", "too_large", phrase.with("specifications", bound));
  }
}
