package io.kucun.inventory.web;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each constraint of a body says when it is broken, with its own bounds. */
final class Constraints {
  private static final java.util.regex.Pattern WORDS =
      java.util.regex.Pattern.compile("[a-z_]+(\\|[a-z_]+)*");

  private Constraints() {}

  /**
   * The message of a broken constraint.
   *
   * @param place what the value is called
   */
  static Message message(Annotation constraint, Object place, @Nullable Object value) {
    return switch (constraint) {
      case NotNull any -> WebPhrase.MISSING.with(place);
      case NotBlank any -> WebPhrase.BLANK.with(place);
      case NotEmpty any -> WebPhrase.EMPTY.with(place);
      case Size size -> size(size, place, value instanceof CharSequence);
      case Min min -> WebPhrase.AT_LEAST.with(place, min.value());
      case Max max -> WebPhrase.AT_MOST.with(place, max.value());
      case Positive any -> WebPhrase.POSITIVE.with(place);
      case PositiveOrZero any -> WebPhrase.AT_LEAST.with(place, 0);
      case Digits digits -> WebPhrase.DIGITS.with(place, digits.integer(), digits.fraction());
      case Text any -> WebPhrase.CONTROLS.with(place);
      case Printable any -> WebPhrase.PRINTABLE.with(place);
      case DecimalText any -> WebPhrase.DECIMAL_TEXT.with(place);
      case Pattern pattern when WORDS.matcher(pattern.regexp()).matches() ->
          WebPhrase.ONE_OF.with(place, List.of(pattern.regexp().split("\\|", -1)));
      default -> WebPhrase.INVALID_VALUE.with(place);
    };
  }

  private static Message size(Size size, Object place, boolean text) {
    if (size.min() == 0) {
      return (text ? WebPhrase.TOO_LONG : WebPhrase.TOO_MANY).with(place, size.max());
    }
    return (text ? WebPhrase.CHARACTERS : WebPhrase.ENTRIES).with(place, size.min(), size.max());
  }
}
