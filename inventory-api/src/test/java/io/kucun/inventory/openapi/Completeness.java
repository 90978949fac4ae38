package io.kucun.inventory.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.inventory.testing.ApiDocument;
import io.kucun.inventory.testing.ApiDocument.Operation;
import io.kucun.inventory.testing.Fits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a description of the API lacks. */
final class Completeness {
  private final ApiDocument document;
  private final List<String> lacks = new ArrayList<>();

  private Completeness(ApiDocument document) {
    this.document = document;
  }

  /**
   * What is missing, one line each.
   *
   * @param routes the methods and paths that the service has
   */
  static List<String> lacks(ApiDocument document, Set<String> routes) {
    Completeness completeness = new Completeness(document);
    completeness.routes(routes);
    Set<String> ids = new HashSet<>();
    for (Operation operation : document.operations()) {
      completeness.check(operation);
      if (!ids.add(operation.node().path("operationId").asText())) {
        completeness.lacks.add(operation + ": an operationId of its own");
      }
    }
    return completeness.lacks;
  }

  private void routes(Set<String> routes) {
    Set<String> described = new TreeSet<>();
    document.operations().forEach(operation -> described.add(operation.name()));
    routes.stream()
        .filter(route -> !described.contains(route))
        .forEach(route -> lacks.add(route + " is not described"));
    described.stream()
        .filter(route -> !routes.contains(route))
        .forEach(route -> lacks.add(route + " is described, but not there"));
  }

  private void check(Operation operation) {
    need(operation, "a summary", operation.node().path("summary").isTextual());
    need(operation, "a tag", !operation.node().path("tags").isEmpty());
    JsonNode responses = operation.node().path("responses");
    if (!operation.isOpen()) {
      need(operation, "401", responses.has("401"));
      need(operation, "403", responses.has("403"));
    }
    need(operation, "404", !operation.path().contains("{") || responses.has("404"));
    for (String in : List.of("query", "path")) {
      for (JsonNode parameter : document.parameters(operation, in)) {
        JsonNode schema = document.resolve(parameter.path("schema"));
        need(operation, "the type of " + parameter.path("name"), schema.has("type"));
      }
    }
    responses.properties().forEach(entry -> answer(operation, entry.getKey(), entry.getValue()));
    document
        .content(operation)
        .properties()
        .forEach(body -> body(operation, body.getKey(), body.getValue()));
  }

  private void answer(Operation operation, String status, JsonNode given) {
    JsonNode response = document.resolve(given);
    need(operation, "words for " + status, response.path("description").isTextual());
    boolean empty = status.equals("204") || status.equals("304");
    need(operation, "the content of " + status, empty || !response.path("content").isEmpty());
    for (JsonNode media : response.path("content")) {
      need(operation, "the schema of " + status, !document.resolve(media.path("schema")).isEmpty());
    }
    response
        .path("headers")
        .properties()
        .forEach(header ->
            need(
                operation,
                "the header " + header.getKey() + " of " + status,
                document.resolve(header.getValue()).has("schema")));
  }

  private void body(Operation operation, String type, JsonNode media) {
    JsonNode schema = document.resolve(media.path("schema"));
    need(operation, "the schema of " + type, schema.has("type"));
    need(
        operation,
        "an example of " + type,
        media.has("example") || !media.path("examples").isEmpty());
    for (JsonNode example : media.path("examples")) {
      JsonNode value = document.resolve(example).path("value");
      Fits.faults(document, media.path("schema"), value)
          .forEach(fault -> lacks.add(operation + ": an example that fits, but " + fault));
    }
  }

  private void need(Operation operation, String what, boolean there) {
    if (!there) {
      lacks.add(operation + ": " + what);
    }
  }
}
