package io.kucun.inventory.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The rules that hold the house together, for any root package. */
final class Rules {
  /** What each package may import of the others. */
  static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("web", List.of()),
          Map.entry("redis", List.of()),
          Map.entry("identity", List.of("redis")),
          Map.entry("dashboard", List.of()),
          Map.entry("openapi", List.of("web")),
          Map.entry("events", List.of("redis")),
          Map.entry("cache", List.of("events", "redis")),
          Map.entry("csv", List.of("web")),
          Map.entry("read", List.of("identity", "cache", "events", "web")),
          Map.entry("write", List.of("cache", "events", "web")),
          Map.entry("log", List.of("read", "cache", "events", "web")),
          Map.entry("product", List.of("csv", "read", "write", "cache", "events", "web")),
          Map.entry("stock", List.of("product", "csv", "read", "write", "cache", "events", "web")),
          Map.entry(
              "order", List.of("product", "stock", "read", "write", "cache", "events", "web")));

  private Rules() {}

  /** The package imports nothing of ours but what it may. */
  static ArchRule imports(String root, String name) {
    String[] foreign =
        MAY_IMPORT.keySet().stream()
            .filter(other -> !other.equals(name) && !MAY_IMPORT.get(name).contains(other))
            .map(other -> root + "." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(foreign)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage(root + ".startup..")
        .allowEmptyShould(true);
  }

  /** Entities are not public: they never leave their package. */
  static ArchRule entitiesStayHome() {
    return classes().that().areAnnotatedWith(Entity.class).should().notBePublic();
  }

  /** A client that hangs up does not end a session with the database half-way. */
  static ArchRule resourcesFinish() {
    return classes()
        .that()
        .areAnnotatedWith(Path.class)
        .and(
            DescribedPredicate.describe(
                "answer later",
                (JavaClass type) ->
                    type.getMethods().stream()
                        .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Uni.class))))
        .should()
        .beAnnotatedWith(
            DescribedPredicate.describe(
                "@Cancellable(false)",
                (JavaAnnotation<?> annotation) ->
                    annotation.getRawType().isEquivalentTo(Cancellable.class)
                        && annotation.get("value").filter(Boolean.FALSE::equals).isPresent()));
  }

  /** Nothing waits for a reactive result. */
  static ArchRule nothingBlocks() {
    DescribedPredicate<JavaCall<?>> awaits =
        DescribedPredicate.describe(
            "await a Uni", call -> call.getTargetOwner().isEquivalentTo(UniAwait.class));
    return noClasses().should().callMethodWhere(awaits);
  }

  /** No reflection: it would need registration in a native image. */
  static ArchRule nothingReflects() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of java.lang.reflect",
                (JavaClass type) -> type.getPackageName().equals("java.lang.reflect")));
  }
}
