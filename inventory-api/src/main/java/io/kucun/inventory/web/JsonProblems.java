package io.kucun.inventory.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where a JSON body does not fit, without a word of the parser's own messages. */
final class JsonProblems {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, Integer.class, Long.class, BigInteger.class);

  /** The parser has no exception of its own for this; the tests hold its words. */
  private static final Pattern FIELD_TWICE =
      Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

  private JsonProblems() {}

  static Refusal of(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          field(unknown, "unknown_field", WebPhrase.UNKNOWN_FIELD.with(unknown.getPropertyName()));
      case MismatchedInputException mismatch ->
          field(mismatch, "wrong_type", expected(mismatch).with(place(mismatch)));
      case JsonMappingException mapping -> inField(mapping);
      case StreamConstraintsException bound -> malformed(WebPhrase.PARSER_BOUND.with());
      default -> malformed(notJson(e));
    };
  }

  /** What is no JSON is no flaw of the field in which the parser met it. */
  private static Refusal inField(JsonMappingException e) {
    return switch (e.getCause()) {
      case InputCoercionException large ->
          field(e, "invalid_value", WebPhrase.NUMBER_TOO_LARGE.with(place(e)));
      case JsonProcessingException parser when !(parser instanceof JsonMappingException) ->
          of(parser);
      case null, default -> field(e, "invalid_value", WebPhrase.INVALID_VALUE.with(place(e)));
    };
  }

  /** What should stand there, by the type that the value would have become. */
  private static Phrase expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null || type.isEnum()) {
      return WebPhrase.INVALID_VALUE;
    } else if (WHOLE.contains(type)) {
      return WebPhrase.NOT_A_WHOLE_NUMBER;
    } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return WebPhrase.NOT_A_NUMBER;
    } else if (type == String.class) {
      return WebPhrase.NOT_A_TEXT;
    } else if (type == Boolean.class) {
      return WebPhrase.NOT_A_BOOLEAN;
    } else if (type == UUID.class) {
      return WebPhrase.NOT_A_UUID;
    }
    return type.isArray() || Collection.class.isAssignableFrom(type)
        ? WebPhrase.NOT_AN_ARRAY
        : WebPhrase.NOT_AN_OBJECT;
  }

  private static Refusal malformed(Message detail) {
    return Refusal.of(ProblemCode.MALFORMED_JSON, detail);
  }

  private static Message notJson(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    if (at == null) {
      return WebPhrase.NOT_JSON.with();
    }
    Matcher twice = FIELD_TWICE.matcher(e.getOriginalMessage());
    return twice.matches()
        ? WebPhrase.FIELD_TWICE.with(at.getLineNr(), at.getColumnNr(), twice.group(1))
        : WebPhrase.NOT_JSON_AT.with(at.getLineNr(), at.getColumnNr());
  }

  private static Refusal field(JsonMappingException e, String code, Message message) {
    return Refusal.of(ProblemCode.VALIDATION, List.of(Flaw.at(pointer(e), code, message)));
  }

  private static Object place(JsonMappingException e) {
    return Flaw.place(pointer(e));
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
