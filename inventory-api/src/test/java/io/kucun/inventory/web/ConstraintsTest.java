package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Future;
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
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A broken constraint")
class ConstraintsTest {
  /** One field per kind of constraint. */
  private record Sample(
      @NotNull Object missing,
      @NotBlank String blank,
      @NotEmpty String empty,
      @Size(max = 9) String tooLong,
      @Size(min = 2, max = 9) String length,
      @Size(max = 9) List<String> tooMany,
      @Size(min = 2, max = 9) List<String> entries,
      @Min(3) long min,
      @Max(Quantity.MAX) long max,
      @Positive long positive,
      @PositiveOrZero long positiveOrZero,
      @Digits(integer = 5, fraction = 2) long digits,
      @Text String text,
      @Printable String printable,
      @DecimalText String decimalText,
      @Pattern(regexp = "piece|sheet") String word,
      @Pattern(regexp = "[0-9]+") String other,
      @Future LocalDate future) {}

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "missing|x is missing.|缺少 x。",
        "blank|x must not be blank.|x 不能为空白。",
        "empty|x must not be empty.|x 不能为空。",
        "tooLong|x has at most 9 characters.|x 最多 9 个字符。",
        "length|x has 2 to 9 characters.|x 的长度必须为 2 到 9 个字符。",
        "tooMany|x has at most 9 entries.|x 最多 9 项。",
        "entries|x has 2 to 9 entries.|x 必须有 2 到 9 项。",
        "min|x must be at least 3.|x 不能小于 3。",
        "max|x must be at most 9007199254740991.|x 不能大于 9007199254740991。",
        "positive|x must be greater than 0.|x 必须大于 0。",
        "positiveOrZero|x must be at least 0.|x 不能小于 0。",
        "digits|x has at most 5 digits before the decimal point and 2 after it.|x 的小数点前最多 5 位，小数点后最多 2 位。",
        "text|x must not hold control characters.|x 不能包含控制字符。",
        "word|x is one of piece, sheet.|x 必须是以下之一：piece、sheet。",
        "other|x is not valid.|x 的值无效。"
      })
  @DisplayName("says its own bound in both languages")
  void told(String field, String english, String chinese) throws NoSuchFieldException {
    var declared = Sample.class.getDeclaredField(field);
    Object value = declared.getType() == String.class ? "value" : List.of();
    Message message =
        Constraints.message(
            constraints(declared.getAnnotations()).findAny().orElseThrow(), "x", value);
    assertThat(message.in(Language.ENGLISH)).isEqualTo(english);
    assertThat(message.in(Language.CHINESE)).isEqualTo(chinese);
  }

  @Test
  @DisplayName("is one that has a text of its own, in every body")
  void known() {
    var main =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kucun.inventory");
    assertThat(used(main.stream())).hasSizeGreaterThan(20).allMatch(ConstraintsTest::isKnown);
    var planted = new ClassFileImporter().importClasses(Sample.class);
    assertThat(used(planted.stream()).filter(constraint -> !isKnown(constraint)))
        .as("the unknown ones are found")
        .hasSize(2);
  }

  private static Stream<Annotation> used(Stream<JavaClass> types) {
    return types
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.isMetaAnnotatedWith(Constraint.class))
        .flatMap(field -> constraints(field.reflect().getAnnotations()));
  }

  private static Stream<Annotation> constraints(Annotation... annotations) {
    return Stream.of(annotations)
        .filter(one -> one.annotationType().isAnnotationPresent(Constraint.class));
  }

  private static boolean isKnown(Annotation constraint) {
    return Constraints.message(constraint, "x", "value").phrase() != WebPhrase.INVALID_VALUE;
  }
}
