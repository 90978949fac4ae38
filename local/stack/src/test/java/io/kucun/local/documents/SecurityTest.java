package io.kucun.local.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The threat model")
class SecurityTest {
  private static final String TEXT = Repository.read("docs/security.md");

  @Test
  @DisplayName("names tests that are there")
  void tests() {
    List<String> names = NamedTests.in(TEXT);
    assertThat(names).hasSizeGreaterThan(60);
    assertThat(names.stream().filter(name -> !NamedTests.exists(name))).isEmpty();
  }

  @Test
  @DisplayName("would be found out if it named one that is gone")
  void gone() {
    assertThat(NamedTests.in("| x | `GoneTest.open`, `SecurityTest.tests` |"))
        .containsExactly("GoneTest.open", "SecurityTest.tests");
    assertThat(List.of("GoneTest", "GoneTest.open", "SecurityTest.shut", "SecurityTest.TEXT"))
        .noneMatch(NamedTests::exists);
    assertThat(NamedTests.exists("SecurityTest.gone")).isTrue();
  }

  @Test
  @DisplayName("has a defence and a test for each threat")
  void complete() {
    List<List<String>> threats =
        TEXT.lines()
            .filter(line -> line.matches("\\| [STRIDE] \\|.*"))
            .map(line -> List.of(line.split("\\s*\\|\\s*", -1)))
            .toList();
    assertThat(threats).hasSizeGreaterThan(40).allMatch(it -> it.size() == 6);
    assertThat(threats)
        .allSatisfy(it -> {
          assertThat(it.get(2)).isNotEmpty();
          assertThat(it.get(3)).isNotEmpty();
          assertThat(it.get(4)).matches("\u2013|`.+`");
        });
  }
}
