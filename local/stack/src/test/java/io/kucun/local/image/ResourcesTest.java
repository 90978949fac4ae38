package io.kucun.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.documents.Repository;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A resource of the services")
class ResourcesTest {
  private static final String INCLUDES = "quarkus.native.resources.includes";

  /** What nobody has to name, and why. */
  private static final Map<String, String> BROUGHT =
      Map.of(
          "application.properties", "read by Quarkus when it builds",
          "db/migration/*", "put in by quarkus-flyway",
          "openapi/described.yaml", "read when the description is built, and part of that",
          "META-INF/resources/**", "put in by quarkus-vertx-http",
          "META-INF/{MANIFEST.MF,maven/**}", "read by nobody");

  private static List<String> files(String service) throws IOException {
    Path classes = Repository.ROOT.resolve(service + "/target/classes");
    try (Stream<Path> all = Files.walk(classes)) {
      return all.filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString())
          .filter(name -> !name.endsWith(".class"))
          .toList();
    }
  }

  private static List<String> includes(String service) {
    return List.of(Settings.of(service, INCLUDES).split(","));
  }

  private static boolean matches(String glob, String name) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
  }

  private static Stream<String> lost(List<String> names, List<String> includes) {
    List<String> globs = new ArrayList<>(includes);
    globs.addAll(BROUGHT.keySet());
    return names.stream().filter(name -> globs.stream().noneMatch(glob -> matches(glob, name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory-api", "realtime-gateway"})
  @DisplayName("is put into the image by name, by an extension, or is not read when it runs")
  void included(String service) throws IOException {
    List<String> names = files(service);
    assertThat(lost(names, includes(service))).isEmpty();
    assertThat(includes(service))
        .allMatch(glob -> names.stream().anyMatch(name -> matches(glob, name)));
  }

  @Test
  @DisplayName("would be found out if it were not")
  void planted() {
    assertThat(lost(List.of("redis/a.lua", "words/zh.properties"), List.of("redis/**")))
        .containsExactly("words/zh.properties");
  }

  @Test
  @DisplayName("in a Chinese charset can be read, for an image has all charsets")
  void charsets() {
    assertThat(Settings.of("inventory-api", "quarkus.native.add-all-charsets")).isEqualTo("true");
  }
}
