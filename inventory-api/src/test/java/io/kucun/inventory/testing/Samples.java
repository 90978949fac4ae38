package io.kucun.inventory.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kucun.inventory.testing.ApiDocument.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Requests that succeed, made of the examples of the API's description and of things that exist.
 */
public final class Samples {
  private static final String COLOR = "A01";
  private static final String DATE = "2026-05-01";
  private static final int PIECES = 100;

  private Samples() {}

  /**
   * A request.
   *
   * @param path with its ids
   * @param type the media type of the body
   * @param body the body as text; null for none
   */
  public record Sample(String path, String type, String body) {}

  /** Each body of an operation, by the name of its example; one without a body if it takes none. */
  public static Map<String, Sample> of(ApiDocument document, Operation operation) {
    Map<String, Sample> samples = new HashMap<>();
    document
        .content(operation)
        .properties()
        .forEach(media ->
            media
                .getValue()
                .path("examples")
                .properties()
                .forEach(example -> {
                  JsonNode value = document.resolve(example.getValue()).path("value");
                  String body =
                      value.isTextual() ? lines(operation, value.asText()) : real(value).toString();
                  samples.put(example.getKey(), new Sample(path(operation), media.getKey(), body));
                }));
    if (samples.isEmpty()) {
      samples.put("", new Sample(path(operation), "application/json", null));
    }
    return samples;
  }

  /** The example with ids of things that exist, and with codes that do not. */
  private static JsonNode real(JsonNode example) {
    String product = Given.product();
    String lot = Given.stock(product, COLOR, DATE, PIECES);
    Map<String, Supplier<String>> words =
        Map.of("productId", () -> product, "lotId", () -> lot, "code", Given::code);
    JsonNode real = example.deepCopy();
    replace(real, words);
    return real;
  }

  private static void replace(JsonNode node, Map<String, Supplier<String>> words) {
    for (JsonNode child : node) {
      replace(child, words);
    }
    if (node instanceof ObjectNode object) {
      if (object.path("productIds") instanceof ArrayNode ids && words.containsKey("productId")) {
        ids.removeAll().add(words.get("productId").get());
      }
      words.forEach((name, word) -> {
        if (object.path(name).isTextual()) {
          object.set(name, TextNode.valueOf(word.get()));
        }
      });
    }
  }

  /** The first cell of each line but the first is a code: of a product, unless it brings one. */
  private static String lines(Operation operation, String csv) {
    String code = Given.code();
    if (!operation.path().startsWith("/api/v1/products/")) {
      Given.product(code, 0);
    }
    return csv.replaceAll("(?m)(?<=\\n)[^,\\n]+(?=,)", code);
  }

  /** The operation's path with the id of something that it works on, and the query it needs. */
  public static String path(Operation operation) {
    String path =
        operation.path().contains("{")
            ? operation.path().replaceFirst("\\{[^}]*}", id(operation.path()))
            : operation.path();
    return path + query(operation);
  }

  private static String query(Operation operation) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
        String first = parameter.at("/schema/enum/0").asText();
        query.add(parameter.path("name").asText() + "=" + first);
      }
    }
    return query.toString();
  }

  private static String id(String path) {
    String step = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/api/v1/products/")) {
      return Given.product();
    } else if (path.startsWith("/api/v1/orders/")) {
      return order(step);
    } else if (path.startsWith("/api/v1/inventory/counts/")) {
      return count();
    } else if (path.equals("/api/v1/inventory/{id}")) {
      return Given.stock(Given.product(), COLOR, DATE, PIECES);
    }
    return UUID.randomUUID().toString();
  }

  private static String count() {
    return As.admin()
        .body("{}")
        .post("/api/v1/inventory/counts")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String order(String step) {
    String product = Given.product();
    Given.stock(product, COLOR, DATE, PIECES);
    String order = Given.draft("sales", Given.item(product, COLOR, 1));
    if (step.equals("ship") || step.equals("complete")) {
      As.admin().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
    }
    if (step.equals("complete")) {
      As.admin().post("/api/v1/orders/" + order + "/ship").then().statusCode(200);
    }
    return order;
  }
}
