package io.kucun.inventory.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The architecture")
class ArchitectureTest {
  private static final String ROOT = "io.kucun.inventory";
  private static final String PLANTED = ROOT + ".architecture.planted";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

  static Set<String> packages() {
    return Rules.MAY_IMPORT.keySet();
  }

  static Stream<ArchRule> rules() {
    return Stream.of(
        Rules.entitiesStayHome(),
        Rules.resourcesFinish(),
        Rules.nothingBlocks(),
        Rules.nothingReflects());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  @DisplayName("lets a package import what it may")
  void imports(String name) {
    Rules.imports(ROOT, name).check(MAIN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  @DisplayName("finds a planted import that is not allowed")
  void plantedImports(String name) {
    assertThat(Rules.imports(PLANTED, name).evaluate(VIOLATIONS).hasViolation()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  @DisplayName("holds")
  void holds(ArchRule rule) {
    rule.check(MAIN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  @DisplayName("finds a planted violation")
  void plantedViolation(ArchRule rule) {
    assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
  }

  @Test
  @DisplayName("knows every package")
  void complete() {
    assertThat(MAIN.stream().map(type -> type.getPackageName()).distinct())
        .allMatch(name ->
            name.equals(ROOT + ".startup")
                || packages().contains(name.substring(ROOT.length() + 1)));
  }
}
