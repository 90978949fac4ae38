package io.kucun.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.testing.AsyncApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/asyncapi.yaml")
class DescribedFramesTest {

  private static final AsyncApi CONTRACT = AsyncApi.read(Path.of("../docs/asyncapi.yaml"));
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> samples() {
    return Stream.of("client-", "server-")
        .flatMap(prefix -> Samples.names(prefix).stream())
        .toList();
  }

  /** Samples of one message are told apart by another word. */
  private static String message(String sample) {
    return String.join("-", List.of(sample.split("-", -1)).subList(0, 2));
  }

  private static ObjectNode read(String sample) throws Exception {
    return (ObjectNode) JSON.readTree(Samples.read(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName(
      "describes each sample of a frame, and no frame of another type or with another field")
  void described(String sample) throws Exception {
    assertThat(CONTRACT.faults(message(sample), read(sample))).isEmpty();
    if (!sample.startsWith("server-data")) {
      assertThat(CONTRACT.faults(message(sample), read(sample).put("type", "nonsense")))
          .isNotEmpty();
      assertThat(CONTRACT.faults(message(sample), read(sample).put("nonsense", 1))).isNotEmpty();
      assertThat(CONTRACT.faults(message(sample), read(sample).without(List.of("type"))))
          .isNotEmpty();
    }
  }

  @Test
  @DisplayName("describes no frame without a sample, and all on the socket")
  void complete() {
    Set<String> sampled = new TreeSet<>();
    samples().forEach(sample -> sampled.add(message(sample)));
    Set<String> messages = new TreeSet<>(CONTRACT.messages("client-"));
    messages.addAll(CONTRACT.messages("server-"));
    assertThat(messages).isEqualTo(sampled);
    Set<String> onSocket = new TreeSet<>();
    CONTRACT
        .document()
        .at("/channels/socket/messages")
        .fieldNames()
        .forEachRemaining(onSocket::add);
    assertThat(onSocket).isEqualTo(messages);
  }

  @Test
  @DisplayName("takes no longer names of commands than the gateway")
  void ids() throws Exception {
    String longest = "x".repeat(64);
    CommandReader reader = new CommandReader(64);
    ObjectNode taken = read("client-ping").put("id", longest);
    assertThat(CONTRACT.faults("client-ping", taken)).isEmpty();
    assertThat(reader.read(taken.toString()).id()).isEqualTo(new CommandId('"' + longest + '"'));
    ObjectNode refused = read("client-ping").put("id", longest + "x");
    assertThat(CONTRACT.faults("client-ping", refused)).isNotEmpty();
    assertThatThrownBy(() -> reader.read(refused.toString()))
        .isInstanceOf(BadCommandException.class);
  }

  @Test
  @DisplayName("has every code of an error")
  void codes() {
    Set<String> codes = new TreeSet<>();
    CONTRACT.document().at("/components/schemas/ErrorCode/enum").forEach(add(codes));
    CONTRACT
        .document()
        .at("/components/schemas/Subscribed/properties/error/enum")
        .forEach(add(codes));
    assertThat(codes)
        .isEqualTo(
            Stream.of(ErrorCode.values())
                .map(ErrorCode::wire)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Consumer<JsonNode> add(Set<String> codes) {
    return code -> codes.add(code.asText());
  }
}
