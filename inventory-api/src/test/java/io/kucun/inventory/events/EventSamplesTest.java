package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.RedisProbe;
import io.kucun.local.testing.AsyncApi;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What is published has the form of the golden samples, which are the contract with every
 * subscriber.
 */
@QuarkusTest
@DisplayName("Events")
class EventSamplesTest {
  private static final Path SAMPLES = Path.of("..", "docs", "samples", "events");
  private static final Path ACTUAL = Path.of("target", "samples");
  private static final String INSTANT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Inject RedisProbe redis;
  @Inject ObjectMapper json;

  /** Only what writes of the service made, whichever test caused them: others insert rows. */
  @Test
  @DisplayName("are as docs/asyncapi.yaml describes them, all that there are in the log")
  void described() throws IOException {
    AsyncApi contract = AsyncApi.read(Path.of("..", "docs", "asyncapi.yaml"));
    everythingThatHappens();
    Set<String> seen = new TreeSet<>();
    Eventually.holds(() -> {
      seen.clear();
      for (Channel channel : Channel.values()) {
        for (RedisProbe.Logged entry : redis.log(channel.wire())) {
          JsonNode envelope = json.readTree(entry.envelope());
          if (envelope.has("traceparent")) {
            String name = channel.wire() + "-" + envelope.at("/data/type").asText();
            assertThat(contract.messages(name)).as(entry.envelope()).contains(name);
            assertThat(contract.faults(name, envelope)).as(entry.envelope()).isEmpty();
            seen.add(name);
          }
        }
      }
      assertThat(seen).hasSameSizeAs(names());
    });
  }

  @Test
  @DisplayName("have the form of their samples, and there is one of each")
  void samples() throws IOException {
    Set<String> keys = everythingThatHappens();
    Map<String, JsonNode> actual = new TreeMap<>();
    Eventually.holds(() -> {
      for (Channel channel : Channel.values()) {
        collect(channel.wire(), keys, actual);
      }
      assertThat(actual.keySet()).isEqualTo(new TreeSet<>(names()));
    });
    for (Map.Entry<String, JsonNode> event : actual.entrySet()) {
      JsonNode sample = json.readTree(Files.readString(SAMPLES.resolve(event.getKey())));
      assertThat(form(event.getValue())).as(event.getKey()).isEqualTo(form(sample));
    }
  }

  private static Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .collect(Collectors.toSet());
    }
  }

  private void collect(String channel, Set<String> keys, Map<String, JsonNode> into)
      throws IOException {
    Files.createDirectories(ACTUAL);
    for (RedisProbe.Logged entry : redis.log(channel)) {
      JsonNode envelope = json.readTree(entry.envelope());
      if (keys.contains(envelope.get("key").asText())) {
        String name = channel + "-" + envelope.at("/data/type").asText() + ".json";
        into.put(name, envelope);
        Files.writeString(ACTUAL.resolve(name), envelope.toPrettyString() + "\n");
      }
    }
  }

  /** One event of every type; answers the entities that they are about. */
  private static Set<String> everythingThatHappens() {
    String product = Given.product(Given.code(), 10);
    move(product, "inbound", Map.of("quantity", 20, "reason", "delivery", "reference", "PO-7"));
    move(product, "outbound", Map.of("quantity", 4, "reason", "sample", "reference", "S-1"));
    move(product, "adjustments", Map.of("delta", -1, "reason", "broken", "reference", "R-1"));
    String shipped = Given.draft("sales", Given.item(product, "A01", 8));
    step(shipped, "confirm");
    step(shipped, "ship");
    step(shipped, "complete");
    String cancelled = Given.draft("sales", Given.item(product, "A01", 1));
    step(cancelled, "confirm");
    step(cancelled, "cancel");
    move(product, "inbound", Map.of("quantity", 20, "reason", "delivery", "reference", "PO-8"));
    count(product);
    String path = "/api/v1/products/" + product;
    As.admin()
        .header("If-Match", "*")
        .body(Map.of("code", Given.code(), "name", "抛光砖", "lowStockThreshold", 10))
        .put(path)
        .then()
        .statusCode(200);
    As.admin().delete(path).then().statusCode(204);
    return Set.of(product, shipped, cancelled);
  }

  private static void move(String product, String how, Map<String, ?> body) {
    As.warehouse()
        .body(Given.lot(product, "A01", "2026-05-01", body))
        .post("/api/v1/inventory/" + how)
        .then()
        .statusCode(201);
  }

  private static void count(String product) {
    String path = "/api/v1/inventory/counts";
    String count =
        As.warehouse().body(Map.of("name", "Hall 2")).post(path).then().extract().path("id");
    Map<String, ?> line = Given.lot(product, "A01", "2026-05-01", Map.of("countedQuantity", 28));
    As.warehouse()
        .body(Map.of("lines", List.of(line)))
        .put(path + "/" + count + "/lines")
        .then()
        .statusCode(200);
    As.warehouse().post(path + "/" + count + "/submit").then().statusCode(200);
  }

  private static void step(String order, String step) {
    As.admin().post("/api/v1/orders/" + order + "/" + step).then().statusCode(200);
  }

  /** The names and kinds of values, without the values; a type is a word that must be the same. */
  private static Object form(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new TreeMap<>();
      node.properties()
          .forEach(field ->
              fields.put(
                  field.getKey(),
                  Set.of("type", "channel", "status", "previousStatus").contains(field.getKey())
                      ? field.getValue().asText()
                      : form(field.getValue())));
      return fields;
    }
    String text = node.asText();
    if (!node.isTextual()) {
      return node.getNodeType().toString();
    }
    return text.matches(INSTANT) ? "instant" : text.matches(UUID) ? "uuid" : "text";
  }
}
