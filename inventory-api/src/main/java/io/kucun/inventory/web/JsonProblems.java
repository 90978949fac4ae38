package io.kucun.inventory.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where a JSON body does not fit, without a word of the parser's own messages. */
final class JsonProblems {
  private JsonProblems() {}

  static Problem of(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          field(unknown, "unknown_field", "There is no field " + unknown.getPropertyName() + ".");
      case MismatchedInputException mismatch ->
          field(mismatch, "wrong_type", "The value is not of the expected type.");
      case JsonMappingException mapping ->
          field(mapping, "invalid_value", "The value is not valid.");
      case StreamConstraintsException bound ->
          Problem.of(ProblemCode.MALFORMED_JSON, "A number, a name or the nesting is too long.");
      default -> Problem.of(ProblemCode.MALFORMED_JSON, "Not JSON" + place(e.getLocation()) + ".");
    };
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static Problem field(JsonMappingException e, String code, String message) {
    return Problem.of(
        ProblemCode.VALIDATION,
        message,
        List.of(Problem.Fault.at(pointer(e), code, message)),
        List.of());
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
