package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A build by the front script")
class StalenessTest {
  private static final Result NOTHING =
      new Result(0, "Nothing to build: no source is newer than the last build\n");

  private static final List<String> SOURCES =
      List.of(
          "inventory-api/src/main/A",
          "inventory-api/pom.xml",
          "inventory-api/dashboard/src/A",
          "inventory-api/dashboard/static/A",
          "inventory-api/dashboard/build/A",
          "inventory-api/dashboard/package-lock.json",
          "realtime-gateway/src/main/A",
          "realtime-gateway/pom.xml",
          "realtime-gateway/client/src/A",
          "realtime-gateway/client/build/A",
          "realtime-gateway/client/package-lock.json",
          "local/servers/src/main/A",
          "local/servers/pom.xml",
          "local/stack/src/main/A",
          "local/stack/pom.xml",
          "pom.xml");

  private static final List<String> MADE =
      List.of(
          "local/stack/target/kucun-local-stack.jar",
          "inventory-api/target/quarkus-app/quarkus-run.jar",
          "realtime-gateway/target/quarkus-app/quarkus-run.jar",
          ".kucun/cache/keycloak-quarkus-dist-1.zip");

  @TempDir private Path clone;

  /** A clone whose Maven makes empty files. */
  @BeforeEach
  void create() throws IOException {
    for (String source : SOURCES) {
      Path file = clone.resolve(source);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
    Path maven =
        Files.writeString(
            clone.resolve("mvnw"),
            """
            #!/bin/sh
            for made in %s; do
              mkdir -p "${made%%/*}"
              : >"$made"
            done
            """
                .formatted(String.join(" ", MADE)));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Files.copy(Result.ROOT.resolve("kucun"), clone.resolve("kucun"));
  }

  private Result build() {
    return Result.of(Map.of(), "sh", clone.resolve("kucun").toString(), "build");
  }

  @Test
  @DisplayName("makes what is gone, be it Keycloak, and says when there is nothing to make")
  void gone() throws IOException {
    for (String made : MADE) {
      assertThat(build().output()).startsWith("Building");
      assertThat(build()).isEqualTo(NOTHING);
      Files.delete(clone.resolve(made));
    }
    assertThat(build().output()).startsWith("Building");
  }

  @Test
  @DisplayName("takes in each source that is newer than the last one")
  void newer() throws IOException {
    assertThat(build().code()).isZero();
    Path built = clone.resolve(".kucun/built");
    FileTime later = FileTime.from(Instant.now().plus(Duration.ofHours(1)));
    for (String source : SOURCES) {
      Files.setLastModifiedTime(clone.resolve(source), later);
      assertThat(build().output()).as(source).startsWith("Building");
      Files.setLastModifiedTime(clone.resolve(source), FileTime.from(Instant.EPOCH));
      Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
      assertThat(build()).as(source).isEqualTo(NOTHING);
    }
  }
}
