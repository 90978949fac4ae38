package io.kucun.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.kucun.local.documents.Repository;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The code of the services")
class CodeTest {
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.kucun.local.image.planted");
  private static final JavaClasses SERVICES =
      new ClassFileImporter()
          .importPaths(
              Repository.ROOT.resolve("inventory-api/target/classes"),
              Repository.ROOT.resolve("realtime-gateway/target/classes"));

  static List<ArchRule> rules() {
    return CodeRules.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  @DisplayName("does nothing that an image would have to be told of")
  void holds(ArchRule rule) {
    assertThat(SERVICES.size()).isGreaterThan(300);
    rule.check(SERVICES);
  }

  @ParameterizedTest
  @MethodSource("rules")
  @DisplayName("would be found out")
  void planted(ArchRule rule) {
    assertThat(rule.allowEmptyShould(true).evaluate(PLANTED).hasViolation()).isTrue();
  }
}
