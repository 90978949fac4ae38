package io.kucun.inventory.web;

import jakarta.ws.rs.core.UriInfo;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The query string of a request, checked: each name is known and stands once. Values are in Unicode
 * form NFC, so that equal texts are equal strings; an empty value counts as absent.
 */
public final class QueryParameters {
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private final Map<String, String> values;

  private QueryParameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the query string.
   *
   * @throws ProblemException 400 for a name outside {@code known} or one that stands twice
   */
  public static QueryParameters of(UriInfo uri, Set<String> known) {
    Map<String, String> values = new TreeMap<>();
    List<Problem.Fault> errors = new ArrayList<>();
    uri.getQueryParameters()
        .forEach((name, given) -> {
          if (!known.contains(name)) {
            errors.add(unknown(name, known));
          } else if (given.size() > 1) {
            errors.add(new Problem.Fault(null, name, "repeated", name + " stands twice."));
          } else if (!given.getFirst().isEmpty()) {
            values.put(name, Normalizer.normalize(given.getFirst(), Normalizer.Form.NFC));
          }
        });
    if (!errors.isEmpty()) {
      throw ProblemException.unknownParameters(errors);
    }
    return new QueryParameters(values);
  }

  private static Problem.Fault unknown(String name, Set<String> known) {
    String message =
        known.isEmpty()
            ? "This resource takes no query parameters."
            : "Known parameters: " + String.join(", ", new TreeSet<>(known)) + ".";
    return new Problem.Fault(null, name, "unknown_parameter", message);
  }

  /** A text, at most 200 characters. */
  public Optional<String> text(String name) {
    String value = values.get(name);
    if (value != null && (value.length() > 200 || CONTROLS.matcher(value).find())) {
      throw ProblemException.invalidParameter(
          name, name + " has at most 200 characters, none of them a control character.");
    }
    return Optional.ofNullable(value);
  }

  /** A whole number between {@code min} and {@code max}. */
  public int integer(String name, int absent, int min, int max) {
    String value = values.get(name);
    if (value == null) {
      return absent;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The refusal below covers both.
    }
    throw ProblemException.invalidParameter(
        name, name + " is a whole number from " + min + " to " + max + ".");
  }

  /** An id. */
  public Optional<UUID> uuid(String name) {
    return text(name).map(value -> parse(name, value, UUID::fromString, "a UUID"));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean absent) {
    return text(name)
        .map(value -> oneOf(name, value, Set.of("true", "false")).equals("true"))
        .orElse(absent);
  }

  /** One of an enum's names, in lower case. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    Set<String> allowed = new TreeSet<>();
    for (E constant : type.getEnumConstants()) {
      allowed.add(constant.name().toLowerCase(Locale.ROOT));
    }
    return text(name)
        .map(value -> Enum.valueOf(type, oneOf(name, value, allowed).toUpperCase(Locale.ROOT)));
  }

  /** One of the allowed words. */
  public String choice(String name, String absent, Set<String> allowed) {
    return oneOf(name, text(name).orElse(absent), allowed);
  }

  private static String oneOf(String name, String value, Set<String> allowed) {
    if (!allowed.contains(value)) {
      throw ProblemException.invalidParameter(
          name, name + " is one of " + String.join(", ", new TreeSet<>(allowed)) + ".");
    }
    return value;
  }

  private static <T> T parse(String name, String value, Function<String, T> parser, String what) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalidParameter(name, name + " is " + what + ".");
    }
  }
}
