package io.kucun.inventory.web;

import jakarta.ws.rs.core.UriInfo;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The query string of a request, checked: each name is known and stands once. Values are in Unicode
 * form NFC, so that equal texts are equal strings; an empty value counts as absent.
 */
public final class QueryParameters {
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  /** The digits of JSON: Java takes those of all scripts, and a plus sign. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

  private static final int LONGEST = 200;
  private static final int FAR_YEAR = 9999;

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
    List<Flaw> flaws = new ArrayList<>();
    uri.getQueryParameters()
        .forEach((name, given) -> {
          if (!known.contains(name)) {
            flaws.add(unknown(name, known));
          } else if (given.size() > 1) {
            flaws.add(Flaw.parameter(name, "repeated", WebPhrase.REPEATED.with(name)));
          } else if (!given.getFirst().isEmpty()) {
            values.put(name, Normalizer.normalize(given.getFirst(), Normalizer.Form.NFC));
          }
        });
    if (!flaws.isEmpty()) {
      throw new ProblemException(Refusal.of(ProblemCode.UNKNOWN_PARAMETER, flaws));
    }
    return new QueryParameters(values);
  }

  private static Flaw unknown(String name, Set<String> known) {
    Message message =
        known.isEmpty()
            ? WebPhrase.NO_PARAMETERS.with(name)
            : WebPhrase.KNOWN_PARAMETERS.with(name, new TreeSet<>(known));
    return Flaw.parameter(name, "unknown_parameter", message);
  }

  /** Whether the parameter is there. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text, at most 200 characters. */
  public Optional<String> text(String name) {
    return text(name, LONGEST);
  }

  /** A text of at most so many characters. */
  Optional<String> text(String name, int longest) {
    String value = values.get(name);
    if (value != null && (value.length() > longest || CONTROLS.matcher(value).find())) {
      throw ProblemException.invalidParameter(name, WebPhrase.PARAMETER_TEXT.with(name, longest));
    }
    return Optional.ofNullable(value);
  }

  /** A whole number between {@code min} and {@code max}. */
  public int integer(String name, int absent, int min, int max) {
    return (int) (long) number(name, min, max).orElse((long) absent);
  }

  /** A whole number between {@code min} and {@code max}, if there is one. */
  public Optional<Long> number(String name, long min, long max) {
    String value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      if (NUMBER.matcher(value).matches()) {
        long number = Long.parseLong(value);
        if (number >= min && number <= max) {
          return Optional.of(number);
        }
      }
    } catch (NumberFormatException e) {
      // The refusal below covers all.
    }
    throw ProblemException.invalidParameter(name, WebPhrase.PARAMETER_INTEGER.with(name, min, max));
  }

  /** An id. */
  public Optional<UUID> uuid(String name) {
    return text(name).map(value -> parseUuid(name, value));
  }

  /** A moment such as {@code 2026-05-01T08:00:00Z}, in a year that the database knows. */
  public Optional<Instant> instant(String name) {
    return text(name).map(value -> parseInstant(name, value));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean absent) {
    return flag(name).orElse(absent);
  }

  /** {@code true}, {@code false}, or not there. */
  public Optional<Boolean> flag(String name) {
    return text(name).map(value -> oneOf(name, value, Set.of("true", "false")).equals("true"));
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

  private static UUID parseUuid(String name, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalidParameter(name, WebPhrase.NOT_A_UUID.with(name));
    }
  }

  private static Instant parseInstant(String name, String value) {
    try {
      // A plus sign that was not escaped arrives as a blank.
      OffsetDateTime moment = OffsetDateTime.parse(value.replace(' ', '+'));
      if (moment.getYear() >= 1 && moment.getYear() < FAR_YEAR) {
        return moment.toInstant();
      }
    } catch (DateTimeParseException e) {
      // The refusal below covers both.
    }
    throw ProblemException.invalidParameter(name, WebPhrase.NOT_AN_INSTANT.with(name));
  }

  private static String oneOf(String name, String value, Set<String> allowed) {
    if (!allowed.contains(value)) {
      throw ProblemException.invalidParameter(
          name, WebPhrase.ONE_OF.with(name, new TreeSet<>(allowed)));
    }
    return value;
  }
}
