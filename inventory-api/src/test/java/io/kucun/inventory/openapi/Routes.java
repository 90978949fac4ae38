package io.kucun.inventory.openapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;

/** The methods and paths of all resource classes of the service. */
final class Routes {
  private Routes() {}

  static Set<String> all() {
    Set<String> routes = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kucun.inventory")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .forEach(type -> type.getMethods().forEach(method -> add(type, method, routes)));
    return routes;
  }

  private static void add(JavaClass type, JavaMethod method, Set<String> routes) {
    method.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
        .forEach(annotation -> {
          String base = type.getAnnotationOfType(Path.class).value();
          String path =
              method.isAnnotatedWith(Path.class)
                  ? base + "/" + method.getAnnotationOfType(Path.class).value()
                  : base;
          routes.add(annotation.getRawType().getSimpleName() + " " + path.replaceAll("/+", "/"));
        });
  }
}
