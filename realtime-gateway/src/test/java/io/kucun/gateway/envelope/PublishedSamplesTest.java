package io.kucun.gateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

  @Test
  @DisplayName("has a sample of each of its channels")
  void complete() throws IOException {
    assertThat(samples().stream().map(file -> file.getFileName().toString().replaceAll("-.*", "")))
        .contains("products", "inventory", "orders");
  }
}
