package io.kucun.inventory.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A phrase with the values for its placeholders, not yet in any language. Values that are messages
 * or phrases are told in the same language; a collection is told as a list; numbers are plain
 * digits.
 *
 * @param phrase the text
 * @param values what stands for {@code {0}}, {@code {1}} and so on
 */
public record Message(Phrase phrase, List<Object> values) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

  /** What a client sent is told back up to here. */
  private static final int LONGEST = 200;

  public Message {
    values = List.copyOf(values);
    assert fits(phrase.english(), values.size()) : phrase;
  }

  private static boolean fits(String text, int values) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).distinct().count() == values;
  }

  /** The text in a language; values are taken as they are, whatever they hold. */
  public String in(Language language) {
    String text =
        switch (language) {
          case ENGLISH -> phrase.english();
          case CHINESE -> phrase.chinese();
        };
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(value(found.group(), found.group(1), language)));
  }

  private String value(String placeholder, String number, Language language) {
    int index = Integer.parseInt(number);
    return index < values.size() ? shown(values.get(index), language) : placeholder;
  }

  private static String shown(Object value, Language language) {
    return switch (value) {
      case Phrase phrase -> phrase.with().in(language);
      case Message message -> message.in(language);
      case BigDecimal number -> number.toPlainString();
      case Collection<?> list ->
          list.stream()
              .map(one -> shown(one, language))
              .collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
      default -> bounded(value.toString());
    };
  }

  private static String bounded(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
