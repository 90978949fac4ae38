package io.kucun.local.image;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;

/** What code of ours does not do, since an image would have to be told of it. */
final class CodeRules {
  /** Who reads resources; what they read is checked by {@link ResourcesTest}. */
  private static final Set<String> READERS =
      Set.of(
          "io.kucun.inventory.events.Script",
          "io.kucun.inventory.cache.Leases",
          "io.kucun.inventory.dashboard.PageFiles",
          "io.kucun.inventory.openapi.Written",
          "io.kucun.gateway.session.entry.ClientFile");

  static final List<ArchRule> ALL =
      List.of(
          callsNone(
              "look into classes by name",
              "java.lang.Class",
              "(forName|get(Declared)?(Method|Field|Constructor|Record|Annotation).*|newInstance)"),
          callsNone("load classes by name", "java.lang.ClassLoader", "(loadClass|findClass)"),
          callsNone("load libraries", "java.lang.(System|Runtime)", "load(Library)?"),
          usesNone(ServiceLoader.class),
          usesNone(ResourceBundle.class),
          usesNone(ObjectInputStream.class),
          usesNone(ObjectOutputStream.class),
          noClasses()
              .should()
              .dependOnClassesThat(resideInAnyPackage("java.lang.reflect", "java.lang.invoke")),
          // In inventory-api every test finds what is not registered for it.
          noClasses()
              .that()
              .resideOutsideOfPackage("io.kucun.inventory..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("com.fasterxml.jackson.databind.."),
          noClasses()
              .that(
                  DescribedPredicate.describe(
                      "are none of those who read resources",
                      (JavaClass type) -> !READERS.contains(type.getName())))
              .should()
              .callMethodWhere(call("java.lang.Class(Loader)?", "getResource.*")));

  private CodeRules() {}

  private static DescribedPredicate<JavaCall<?>> call(String owner, String method) {
    return DescribedPredicate.describe(
        owner + "." + method,
        call -> call.getTargetOwner().getName().matches(owner) && call.getName().matches(method));
  }

  private static ArchRule callsNone(String what, String owner, String method) {
    return noClasses().should().callMethodWhere(call(owner, method)).as("no classes " + what);
  }

  private static ArchRule usesNone(Class<?> type) {
    return noClasses().should().dependOnClassesThat().areAssignableTo(type);
  }
}
