package io.kucun.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.documents.Repository;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A library of the services")
class LibrariesTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

  /** Those that are no extension of Quarkus, and why an image can be made of them all the same. */
  private static final Map<String, String> LOOKED_AT =
      Map.of(
          "org.flywaydb:flyway-database-postgresql", "quarkus-flyway registers its plug-ins",
          "org.jspecify:jspecify", "only annotations",
          "com.fasterxml.jackson.core:jackson-core", "reads and writes tokens, reflects nothing",
          "io.netty:netty-transport-native-epoll", "not loaded: Quarkus leaves it out of an image");

  private static String field(String dependency, String name) {
    return dependency.replaceAll("(?s).*<" + name + ">(.*?)</" + name + ">.*|.*", "$1");
  }

  /** Group and name of what is in the package and prepared by no extension. */
  private static Stream<String> unprepared(String pom) {
    String own = pom.replaceAll("(?s)<build>.*", "");
    return DEPENDENCY
        .matcher(own)
        .results()
        .map(result -> result.group(1))
        .filter(it -> !List.of("test", "provided").contains(field(it, "scope")))
        .filter(it -> !field(it, "groupId").matches("io\\.quarkus(iverse\\..*)?"))
        .map(it -> field(it, "groupId") + ":" + field(it, "artifactId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory-api", "realtime-gateway"})
  @DisplayName("is an extension of Quarkus, or somebody has looked what an image needs of it")
  void prepared(String service) {
    assertThat(LOOKED_AT.keySet())
        .containsAll(unprepared(Repository.read(service + "/pom.xml")).toList());
  }

  @Test
  @DisplayName("would be found out if it were neither")
  void planted() {
    String pom =
        "<dependency><groupId>io.quarkus</groupId><artifactId>quarkus-oidc</artifactId></dependency>"
            + "<dependency><groupId>org.other</groupId><artifactId>other</artifactId></dependency>"
            + "<dependency><groupId>org.test</groupId><artifactId>t</artifactId><scope>test</scope></dependency>";
    assertThat(unprepared(pom)).containsExactly("org.other:other");
  }
}
