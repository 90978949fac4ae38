package io.kucun.inventory.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.inventory.testing.ApiDocument;
import io.kucun.inventory.testing.ApiDocument.Operation;
import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The description of the API")
class DescriptionTest {
  private static final Path COMMITTED = Path.of("..", "docs", "openapi.yaml");
  private static final Path SERVED = Path.of("target", "openapi.yaml");
  private static final Set<String> ROUTES = Routes.all();

  private ApiDocument document;

  @BeforeEach
  void read() {
    document = ApiDocument.served();
  }

  @Test
  @DisplayName("is the one in docs/openapi.yaml")
  void committed() throws IOException {
    String served = As.anonymous().get("/q/openapi").then().extract().asString();
    Files.writeString(SERVED, served);
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    assertThat(drift(committed, served))
        .as(
            "docs/openapi.yaml differs from what is served; if that is meant, in the root of the"
                + " repository: cp inventory-api/target/openapi.yaml docs/openapi.yaml")
        .isEmpty();
    assertThat(drift(committed.replaceFirst("Create a product", "Create the product"), served))
        .as("a changed word is found")
        .isPresent();
  }

  /** The first line that differs. */
  private static Optional<String> drift(String committed, String served) {
    List<String> left = committed.lines().toList();
    List<String> right = served.lines().toList();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String was = i < left.size() ? left.get(i) : "(end)";
      String is = i < right.size() ? right.get(i) : "(end)";
      if (!was.equals(is)) {
        return Optional.of("line " + (i + 1) + ": " + was + " <> " + is);
      }
    }
    return Optional.empty();
  }

  @Test
  @DisplayName("lacks nothing")
  void complete() {
    assertThat(ROUTES).contains("PUT /api/v1/products/{id}", "GET /config.json");
    assertThat(Completeness.lacks(document, ROUTES)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/paths/~1api~1v1~1products/get|summary",
        "/paths/~1api~1v1~1products/get|tags",
        "/paths/~1api~1v1~1products/get|operationId",
        "/paths/~1api~1v1~1products/get/responses|401",
        "/paths/~1api~1v1~1orders/post/responses|403",
        "/paths/~1api~1v1~1orders~1{id}/get/responses|404",
        "/paths/~1api~1v1~1orders/post/responses/201|content",
        "/paths/~1api~1v1~1orders/post/requestBody/content/application~1json|examples",
        "/paths/~1api~1v1~1orders/post/requestBody/content/application~1json|schema",
        "/paths/~1api~1v1~1products|put post get",
        "/components/parameters/page|schema",
        "/components/schemas/Inbound/properties|quantity",
        "/components/headers/ETag|schema"
      })
  @DisplayName("would be found lacking without any part of it")
  void mutated(String pointer, String field) {
    ObjectNode root = document.root().deepCopy();
    ObjectNode place = (ObjectNode) root.at(pointer);
    for (String one : field.split(" ", -1)) {
      place.remove(one);
    }
    if (field.equals("operationId")) {
      place.put(field, "createOrder");
    }
    assertThat(Completeness.lacks(new ApiDocument(root), ROUTES)).isNotEmpty();
  }

  @Test
  @DisplayName("names exactly the query parameters that each operation takes")
  void parameters() {
    for (Operation operation : document.operations()) {
      assertThat(taken(operation)).as(operation.name()).isEqualTo(named(operation));
    }
  }

  private Set<String> named(Operation operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : document.parameters(operation, "query")) {
      names.add(parameter.path("name").asText());
    }
    return names;
  }

  /** What the refusal of a name that nobody knows lists as known. */
  private static Set<String> taken(Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    JsonPath problem =
        As.admin()
            .body("{}")
            .request(operation.method(), path + "?nobody-knows-this=1")
            .then()
            .statusCode(400)
            .extract()
            .jsonPath();
    assertThat(problem.getString("code")).as(operation.name()).isEqualTo("unknown_parameter");
    String message = problem.getString("errors[0].message");
    int list = message.indexOf("known parameters: ");
    return list < 0
        ? Set.of()
        : new TreeSet<>(
            List.of(
                message
                    .substring(list + "known parameters: ".length(), message.length() - 1)
                    .split(", ", -1)));
  }
}
