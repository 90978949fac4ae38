package io.kucun.gateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.testing.AsyncApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What inventory-api publishes")
class PublishedSamplesTest {

  private static final Path FOLDER = Path.of("../docs/samples/events");

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is an envelope on its channel, with a key and a position")
  void readable(Path sample) throws Exception {
    String channel = sample.getFileName().toString().replaceAll("-.*", "");
    Envelope envelope = new EnvelopeReader().read(Files.readAllBytes(sample));
    assertThat(envelope.channel()).isEqualTo(channel);
    assertThat(envelope.key()).isNotEmpty();
    assertThat(envelope.position()).isNotNull();
    assertThat(envelope.owner() != null).isEqualTo(channel.equals("orders"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is passed on byte by byte, and says in its fields what the sample says")
  void same(Path sample) throws Exception {
    byte[] bytes = Files.readAllBytes(sample);
    JsonNode tree = new ObjectMapper().readTree(bytes);
    Envelope envelope = new EnvelopeReader().read(bytes);
    assertThat(envelope.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    assertThat(envelope.ts()).isEqualTo(tree.path("ts").asLong());
    assertThat(envelope.key()).isEqualTo(tree.path("key").asText());
    assertThat(envelope.owner()).isEqualTo(tree.path("owner").asText(null));
    assertThat(envelope.position())
        .hasToString(tree.path("epoch").asText() + ":" + tree.path("offset").asLong());
    assertThat(Traceparent.of(bytes)).isEqualTo(tree.path("traceparent").asText());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("is refused by docs/asyncapi.yaml when the gateway refuses it")
  void agreed(Path sample) throws Exception {
    AsyncApi contract = AsyncApi.read(Path.of("../docs/asyncapi.yaml"));
    String name = sample.getFileName().toString().replace(".json", "");
    ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(sample));
    assertThat(contract.faults(name, whole)).isEmpty();
    assertThat(contract.faults("server-data", whole)).isEmpty();
    for (String field : List.of("channel", "data", "ts", "offset", "epoch")) {
      ObjectNode less = whole.deepCopy().without(List.of(field));
      assertThat(isRefused(less)).as("without %s", field).isTrue();
      assertThat(contract.faults("server-data", less)).as("without %s", field).isNotEmpty();
    }
    for (String field : List.of("channel", "key", "owner", "epoch", "ts", "offset")) {
      ObjectNode other = whole.deepCopy();
      other.putArray(field);
      assertThat(isRefused(other)).as("%s as an array", field).isTrue();
      assertThat(contract.faults("server-data", other)).as("%s as an array", field).isNotEmpty();
    }
  }

  private static boolean isRefused(JsonNode envelope) {
    try {
      new EnvelopeReader().read(envelope.toString().getBytes(StandardCharsets.UTF_8));
      return false;
    } catch (InvalidEnvelopeException e) {
      return true;
    }
  }

  @Test
  @DisplayName("has a sample of each of its channels")
  void complete() throws IOException {
    assertThat(samples().stream().map(file -> file.getFileName().toString().replaceAll("-.*", "")))
        .contains("products", "inventory", "orders");
  }
}
