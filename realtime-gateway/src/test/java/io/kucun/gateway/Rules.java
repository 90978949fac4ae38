package io.kucun.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture, for the packages below a root. */
final class Rules {

  private static final String[] FRAMEWORKS = {
    "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "io.netty..", "io.micrometer.."
  };

  private final String root;
  private final Map<String, ArchRule> rules = new LinkedHashMap<>();

  private Rules(String root) {
    this.root = root;
  }

  static Map<String, ArchRule> below(String root) {
    return new Rules(root).all();
  }

  private Map<String, ArchRule> all() {
    imports("envelope");
    imports("protocol");
    imports("access");
    imports("hub", "envelope");
    imports("source", "hub", "envelope");
    imports("session.limits");
    imports("session.entry", "access", "session.limits");
    imports("session.wire", "hub", "protocol");
    imports(
        "session",
        "envelope",
        "hub",
        "protocol",
        "access",
        "session.entry",
        "session.limits",
        "session.wire");
    for (String plain : new String[] {"envelope", "hub", "protocol", "access", "session.limits"}) {
      rules.put(
          plain + " is plain Java",
          noClasses()
              .that(resideInAPackage(root + '.' + plain))
              .should()
              .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS)));
    }
    rules.put(
        "no reflection",
        noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.lang.reflect", "java.lang.invoke"))
            .orShould()
            .callMethod(Class.class, "forName", String.class));
    rules.put("no injection into fields", noFields().should().beAnnotatedWith(Inject.class));
    rules.put("every package is null-marked", classes().should(liveInANullMarkedPackage()));
    return rules;
  }

  /** The package may use these packages of ours, and no other. */
  private void imports(String from, String... allowed) {
    String[] packages = new String[allowed.length + 1];
    packages[0] = root + '.' + from;
    for (int i = 0; i < allowed.length; i++) {
      packages[i + 1] = root + '.' + allowed[i];
    }
    DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
    rules.put(
        from + " imports " + String.join(", ", allowed),
        noClasses()
            .that(resideInAPackage(root + '.' + from))
            .should()
            .dependOnClassesThat(
                ours.and(DescribedPredicate.not(resideInAnyPackage(packages)))
                    .as("other packages of ours")));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package with @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(item, marked, item.getName()));
      }
    };
  }
}
