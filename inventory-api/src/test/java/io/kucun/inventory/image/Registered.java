package io.kucun.inventory.image;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes of ours that may be looked into in a native image: those that say so, and those that
 * Quarkus registers because a method of a resource takes or gives them, with all that they hold.
 */
final class Registered {
  private static final String OURS = "io.kucun.inventory.";

  private Registered() {}

  private static final class OfResources {
    static final Set<String> NAMES = new HashSet<>();

    static {
      JavaClasses ours =
          new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages(OURS.substring(0, OURS.length() - 1));
      ours.stream()
          .filter(type -> type.isAnnotatedWith(Path.class))
          .flatMap(type -> type.getMethods().stream())
          .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .flatMap(OfResources::taken)
          .forEach(OfResources::add);
    }

    private static Stream<JavaClass> taken(JavaMethod method) {
      return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
          .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    private static void add(JavaClass type) {
      if (type.getName().startsWith(OURS) && NAMES.add(type.getName())) {
        type.getFields().stream()
            .map(field -> field.getType())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(Set::stream)
            .forEach(OfResources::add);
      }
    }
  }

  static boolean isRegistered(Class<?> type) {
    return type.isAnnotationPresent(RegisterForReflection.class)
        || OfResources.NAMES.contains(type.getName());
  }

  /** Fails if it is a class of the service and not registered; those of tests may be anything. */
  static void check(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    boolean ours =
        type.getName().startsWith(OURS)
            && java.nio.file.Files.exists(java.nio.file.Path.of("target/classes", file));
    if (ours && !isRegistered(type)) {
      throw new IllegalStateException(
          type.getName() + " needs @RegisterForReflection: a native image could not see into it");
    }
  }
}
