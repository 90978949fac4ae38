package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The architecture")
class ArchitectureTest {

  private static final String ROOT = "io.kucun.gateway";
  private static final String PLANTED = "io.kucun.planted";

  @TestFactory
  @DisplayName("holds")
  Stream<DynamicTest> holds() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    assertThat(ours.size()).isGreaterThan(50);
    return Rules.below(ROOT).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(ours)));
  }

  @TestFactory
  @DisplayName("is watched by rules that find what breaks them")
  Stream<DynamicTest> canFail() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    return Rules.below(PLANTED).entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(rule.getKey(), () -> assertViolated(rule.getValue(), planted)));
  }

  private static void assertViolated(ArchRule rule, JavaClasses planted) {
    EvaluationResult result = rule.allowEmptyShould(true).evaluate(planted);
    assertThat(result.hasViolation()).isTrue();
  }
}
