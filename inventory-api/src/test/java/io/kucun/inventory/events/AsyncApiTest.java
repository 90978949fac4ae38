package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.testing.AsyncApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/asyncapi.yaml")
class AsyncApiTest {
  private static final Path SAMPLES = Path.of("..", "docs", "samples", "events");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AsyncApi CONTRACT = AsyncApi.read(Path.of("..", "docs", "asyncapi.yaml"));

  /** What an event need not have. */
  private static final Set<String> OPTIONAL =
      Set.of("traceparent", "colorCode", "productionDate", "reason", "reference");

  static Set<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.replace(".json", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static ObjectNode sample(String name) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(SAMPLES.resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode specification() throws IOException {
    try (InputStream in = AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    }
  }

  @Test
  @DisplayName("is a document of AsyncAPI 3, whose references lead somewhere")
  void wellFormed() throws IOException {
    JsonNode specification = specification();
    assertThat(CONTRACT.faults(specification)).isEmpty();
    ObjectNode renamed = CONTRACT.document().deepCopy();
    ((ObjectNode) renamed.at("/components/messages")).remove("orders-created");
    assertThat(new AsyncApi(renamed).faults(specification))
        .contains("#/components/messages/orders-created leads nowhere");
    ObjectNode odd = CONTRACT.document().deepCopy();
    ((ObjectNode) odd.at("/operations/publishOrders")).put("action", "shout");
    assertThat(new AsyncApi(odd).faults(specification)).isNotEmpty();
  }

  @Test
  @DisplayName("has a message for each sample, on its channel and in its log, and no other")
  void complete() throws IOException {
    Set<String> described = new TreeSet<>();
    for (Channel channel : Channel.values()) {
      Set<String> messages = CONTRACT.messages(channel.wire() + "-");
      described.addAll(messages);
      for (String place : List.of(channel.wire(), channel.wire() + "Log")) {
        JsonNode there = CONTRACT.document().at("/channels/" + place);
        assertThat(there.path("address").asText()).endsWith(":" + channel.wire());
        assertThat(names(there.path("messages"))).isEqualTo(messages);
      }
    }
    assertThat(described).isEqualTo(samples());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("describes each sample, and none that lacks or adds a field or changes its kind")
  void sampled(String name) {
    assertThat(CONTRACT.faults(name, sample(name))).isEmpty();
    for (String path : fields(sample(name), "")) {
      String field = path.substring(path.lastIndexOf('/') + 1);
      ObjectNode without = sample(name);
      JsonNode value = parent(without, path).remove(field);
      assertThat(CONTRACT.faults(name, without).isEmpty())
          .as("without %s", path)
          .isEqualTo(OPTIONAL.contains(field));
      parent(without, path).set(field + "2", value);
      assertThat(CONTRACT.faults(name, without)).as("with %s2", path).isNotEmpty();
      ObjectNode other = sample(name);
      parent(other, path).putArray(field);
      assertThat(CONTRACT.faults(name, other)).as("%s as an array", path).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("takes no sample for one of another type")
  void distinct(String name) throws IOException {
    assertThat(samples().stream().filter(other -> CONTRACT.faults(other, sample(name)).isEmpty()))
        .containsExactly(name);
  }

  private static ObjectNode parent(ObjectNode root, String path) {
    String above = path.substring(0, path.lastIndexOf('/'));
    return (ObjectNode) root.at(above);
  }

  private static List<String> fields(JsonNode node, String path) {
    List<String> paths = new ArrayList<>();
    node.properties()
        .forEach(field -> {
          paths.add(path + "/" + field.getKey());
          paths.addAll(fields(field.getValue(), path + "/" + field.getKey()));
        });
    return paths;
  }
}
