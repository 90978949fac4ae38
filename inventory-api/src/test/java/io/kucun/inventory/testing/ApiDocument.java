package io.kucun.inventory.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The description of the API as the running service serves it. */
public final class ApiDocument {
  public static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;

  public ApiDocument(JsonNode root) {
    this.root = root;
  }

  public static ApiDocument served() {
    return new ApiDocument(
        parse(RestAssured.given().get("/q/openapi?format=json").then().extract().asString()));
  }

  public static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public JsonNode root() {
    return root;
  }

  /** The node itself, or what it refers to. */
  public JsonNode resolve(JsonNode node) {
    JsonNode ref = node.path("$ref");
    return ref.isTextual() ? resolve(root.at(ref.asText().substring(1))) : node;
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    operations.add(
                        new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.getValue()))));
    return operations;
  }

  public List<JsonNode> parameters(Operation operation, String in) {
    List<JsonNode> parameters = new ArrayList<>();
    for (JsonNode parameter : operation.node().path("parameters")) {
      JsonNode resolved = resolve(parameter);
      if (resolved.path("in").asText().equals(in)) {
        parameters.add(resolved);
      }
    }
    return parameters;
  }

  /** The content of the body by media type; empty if there is none. */
  public JsonNode content(Operation operation) {
    return resolve(operation.node().path("requestBody")).path("content");
  }

  /** A method of a path. */
  public record Operation(String method, String path, JsonNode node) {
    /** Such as {@code GET /api/v1/orders}. */
    public String name() {
      return method + " " + path;
    }

    public boolean isOpen() {
      return node.path("security").isEmpty();
    }

    @Override
    public String toString() {
      return name();
    }
  }
}
