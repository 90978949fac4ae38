package io.kucun.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The packages of the local stack")
class ArchitectureTest {
  private static final String ROOT = "io.kucun.local";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages(ROOT + ".planted");

  static java.util.List<Rule> rules() {
    return Rules.ALL;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  @DisplayName("keep the rule")
  void holds(Rule rule) {
    ArchRule here = rule.in(ROOT);
    assertThatCode(() -> here.check(MAIN)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  @DisplayName("a planted violation is found by the rule")
  void canFail(Rule rule) {
    assertThat(rule.in(ROOT + ".planted").evaluate(PLANTED).hasViolation()).isTrue();
  }

  @Test
  @DisplayName("there is something to check")
  void isNotEmpty() {
    assertThat(MAIN.size()).isGreaterThan(50);
  }
}
