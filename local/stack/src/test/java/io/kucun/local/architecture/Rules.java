package io.kucun.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.stream.Stream;

/** Who may import whom, and what nobody does. */
final class Rules {
  static final List<Rule> ALL =
      List.of(
          new Rule("nothing imports the commands", Rules::nothingImportsCommands),
          new Rule("no reflection", Rules::noReflection),
          new Rule("only commands print", Rules::onlyCommandsPrint),
          imports("client", "client"),
          imports("demo", "demo", "client"),
          imports("replay", "replay", "client"),
          imports("keycloak", "keycloak", "servers"),
          imports("issuer", "issuer", "client"),
          imports("rig", "rig", "issuer", "client", "servers"),
          imports("bench", "bench", "rig", "issuer", "client", "stack", "servers"),
          imports("servers", "servers"),
          imports("stack", "stack", "keycloak", "servers"));

  private Rules() {}

  private static ArchRule nothingImportsCommands(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".cli..")
        .allowEmptyShould(true);
  }

  private static Rule imports(String name, String... allowed) {
    return new Rule(
        name + " imports of ours only " + String.join(", ", allowed),
        root -> {
          String[] packages =
              Stream.of(allowed).map(it -> root + "." + it + "..").toArray(String[]::new);
          return classes()
              .that()
              .resideInAPackage(root + "." + name + "..")
              .should()
              .onlyDependOnClassesThat(
                  not(resideInAPackage("io.kucun..")).or(resideInAnyPackage(packages)))
              .allowEmptyShould(true);
        });
  }

  private static ArchRule noReflection(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..");
  }

  private static ArchRule onlyCommandsPrint(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".cli..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
  }
}
