package io.kucun.inventory.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The free part of a product: any JSON object, within bounds that every subscriber can take. */
final class Specifications {
  private static final String FIELD = "specifications";
  private static final int MOST_CHARACTERS = 16 * 1024;
  private static final int DEEPEST = 16;

  private Specifications() {}

  /**
   * The object as text; an absent one is empty.
   *
   * @throws ProblemException 400 if it is too long or too deep, or holds half of a character, which
   *     UTF-8 has no bytes for
   */
  static String text(@Nullable ObjectNode given) {
    if (given == null) {
      return "{}";
    }
    if (isDeeper(given, DEEPEST)) {
      throw refused("too_large", ProductPhrase.TOO_DEEP.with(FIELD, DEEPEST));
    }
    String text = given.toString();
    if (text.length() > MOST_CHARACTERS) {
      throw refused("too_large", ProductPhrase.TOO_LONG.with(FIELD, MOST_CHARACTERS));
    }
    if (text.codePoints().anyMatch(Specifications::isHalf)) {
      throw refused("invalid_value", ProductPhrase.HALF_CHARACTER.with(FIELD));
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

  /** A surrogate that is one of a pair does not come as a code point. */
  private static boolean isHalf(int codePoint) {
    return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
  }

  private static ProblemException refused(String code, Message message) {
    return ProblemException.invalid("/" + FIELD, code, message);
  }
}
