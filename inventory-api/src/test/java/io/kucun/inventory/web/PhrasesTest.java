package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("All texts")
class PhrasesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kucun.inventory");

  /** Each has one fault that the check must find. */
  enum Planted implements Phrase {
    NO_CHINESE("Text.", " "),
    ENGLISH_TWICE("Text.", "Text."),
    CHINESE_TWICE("文字。", "文字。"),
    PLACEHOLDER_LOST("{0} of {1}", "{0} 件"),
    PLACEHOLDER_SKIPPED("{1}", "{1} 件"),
    PLACEHOLDER_NAMED("{name}", "{name} 件");

    private final String english;
    private final String chinese;

    Planted(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }

    @Override
    public String english() {
      return english;
    }

    @Override
    public String chinese() {
      return chinese;
    }
  }

  /** Not an enum: nobody could list its texts. */
  private record Loose(String english, String chinese) implements Phrase {}

  @Test
  @DisplayName("are there in both languages, with the same values")
  void bilingual() {
    List<JavaClass> enums = phrases(MAIN).filter(JavaClass::isEnum).toList();
    assertThat(enums)
        .extracting(JavaClass::getSimpleName)
        .contains("ProblemCode", "WebPhrase", "ProductPhrase", "StockPhrase", "OrderPhrase");
    for (JavaClass type : enums) {
      for (Object phrase : type.reflect().getEnumConstants()) {
        assertThat(isWhole((Phrase) phrase)).as("%s.%s", type.getName(), phrase).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Planted.class)
  @DisplayName("would be found if one were missing or lost a value")
  void plantedTexts(Planted planted) {
    assertThat(isWhole(planted)).isFalse();
  }

  @Test
  @DisplayName("stand in enums")
  void listed() {
    assertThat(phrases(MAIN).filter(type -> !type.isEnum())).isEmpty();
    JavaClasses planted = new ClassFileImporter().importClasses(Loose.class, Phrase.class);
    assertThat(phrases(planted).filter(type -> !type.isEnum())).hasSize(1);
  }

  private static Stream<JavaClass> phrases(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.isAssignableTo(Phrase.class) && !type.isInterface());
  }

  private static boolean isWhole(Phrase phrase) {
    Set<String> values = placeholders(phrase.english());
    boolean numbered =
        Stream.iterate(0, number -> number + 1)
            .limit(values.size())
            .allMatch(number -> values.contains("{" + number + "}"));
    boolean chinese = HAN.matcher(PLACEHOLDER.matcher(phrase.chinese()).replaceAll("")).find();
    return numbered
        && values.equals(placeholders(phrase.chinese()))
        && !phrase.english().isBlank()
        && !HAN.matcher(phrase.english()).find()
        && (chinese || phrase.equals(WebPhrase.SENTENCE));
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }
}
