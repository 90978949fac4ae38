package io.kucun.gateway.protocol;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text frame")
class CommandReaderTest {

  private final CommandReader reader = new CommandReader(64);

  private BadCommandException refused(String text) {
    return Objects.requireNonNull(
        catchThrowableOfType(BadCommandException.class, () -> reader.read(text)), text);
  }

  @Nested
  @DisplayName("is a command")
  class Valid {

    @Test
    @DisplayName("as in every sample")
    void samples() throws Exception {
      assertThat(reader.read(Samples.read("client-subscribe-short")))
          .isEqualTo(new Command.Subscribe(null, List.of("inventory"), Map.of()));
      assertThat(reader.read(Samples.read("client-subscribe")))
          .isEqualTo(
              new Command.Subscribe(
                  new CommandId("1"),
                  List.of("inventory:42", "orders"),
                  Map.of("orders", new Since("e1", 17))));
      assertThat(reader.read(Samples.read("client-unsubscribe")))
          .isEqualTo(new Command.Unsubscribe(null, List.of("inventory")));
      assertThat(reader.read(Samples.read("client-auth")))
          .isEqualTo(new Command.Auth(null, "eyJhbGciOi.JSUzI1NiJ9.c2ln"));
      assertThat(reader.read(Samples.read("client-ping"))).isEqualTo(new Command.Ping(null));
      assertThat(Samples.names("client-")).hasSize(5);
    }

    @Test
    @DisplayName("with channels named twice counted once, and a position by channel")
    void names() throws Exception {
      String text =
          "{\"since\":{\"orders\":{\"offset\":3,\"epoch\":\"e\"}},\"channels\":[\"orders:1\",\"orders:1\"],\"id\":\"a\\\"b\",\"type\":\"subscribe\"}";
      assertThat(reader.read(text))
          .isEqualTo(
              new Command.Subscribe(
                  new CommandId("\"a\\\"b\""),
                  List.of("orders:1"),
                  Map.of("orders", new Since("e", 3))));
    }

    @Test
    @DisplayName("that never prints its token")
    void secret() throws Exception {
      assertThat(reader.read(Samples.read("client-auth")).toString()).doesNotContain("eyJ");
    }
  }

  @ParameterizedTest(name = "{1}: {0}")
  @DisplayName("is refused with a stable code")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                             | MALFORMED_JSON
          x                                                              | MALFORMED_JSON
          []                                                             | MALFORMED_JSON
          null                                                           | MALFORMED_JSON
          {"type":"ping"                                                 | MALFORMED_JSON
          {"type":"ping"} {}                                             | MALFORMED_JSON
          {'type':'ping'}                                                | MALFORMED_JSON
          {"type":"subscribe","channels":["a",]}                         | MALFORMED_JSON
          {}                                                             | MISSING_FIELD
          {"type":"subscribe"}                                           | MISSING_FIELD
          {"type":"auth"}                                                | MISSING_FIELD
          {"type":"publish"}                                             | UNKNOWN_TYPE
          {"type":"PING"}                                                | UNKNOWN_TYPE
          {"type":"ping","x":{"y":[1]}}                                  | UNKNOWN_FIELD
          {"type":"ping","channel":"a"}                                  | UNKNOWN_FIELD
          {"type":"unsubscribe","channel":"a","since":{}}                | UNKNOWN_FIELD
          {"type":1}                                                     | INVALID_VALUE
          {"type":"ping","type":"ping"}                                  | INVALID_VALUE
          {"type":"ping","id":1.5}                                       | INVALID_VALUE
          {"type":"ping","id":null}                                      | INVALID_VALUE
          {"type":"subscribe","channel":1}                               | INVALID_VALUE
          {"type":"subscribe","channel":null}                            | INVALID_VALUE
          {"type":"subscribe","channels":"a"}                            | INVALID_VALUE
          {"type":"subscribe","channels":[]}                             | INVALID_VALUE
          {"type":"subscribe","channels":["a",["b"]]}                    | INVALID_VALUE
          {"type":"subscribe","channel":"a","channels":["b"]}            | INVALID_VALUE
          {"type":"subscribe","channel":"a","since":1}                   | INVALID_VALUE
          {"type":"subscribe","channel":"a","since":{"a":1}}             | INVALID_VALUE
          {"type":"subscribe","channel":"a","since":{"a":{}}}            | INVALID_VALUE
          {"type":"subscribe","channel":"a","since":{"a":{"epoch":"e","offset":-1}}}   | INVALID_VALUE
          {"type":"subscribe","channel":"a","since":{"a":{"epoch":"e","offset":1.5}}}  | INVALID_VALUE
          {"type":"subscribe","channel":"a","since":{"a":{"epoch":"e","offset":"1"}}}  | INVALID_VALUE
          {"type":"subscribe","channel":"a","since":{"a":{"epoch":"e","offset":99999999999999999999}}} | MALFORMED_JSON
          {"type":"subscribe","channel":"a","since":{"b":{"epoch":"e","offset":1}}}    | INVALID_VALUE
          """)
  void refused(String text, ErrorCode code) {
    assertThat(refused(text).code()).isEqualTo(code);
  }

  private static String subscribe(int channels) {
    return IntStream.range(0, channels)
        .mapToObj(Integer::toString)
        .collect(joining("\",\"", "{\"type\":\"subscribe\",\"channels\":[\"", "\"]}"));
  }

  @Test
  @DisplayName("names so many channels at most")
  void tooMany() throws Exception {
    assertThat(reader.read(subscribe(256))).isInstanceOf(Command.Subscribe.class);
    assertThat(refused(subscribe(257)).text()).isEqualTo("\"channels\" has at most 256 names");
    assertThat(new CommandReader(500).read(subscribe(500))).isInstanceOf(Command.Subscribe.class);
  }

  @Test
  @DisplayName("keeps its id when it is refused")
  void keepsId() {
    assertThat(refused("{\"id\":5,\"type\":\"nonsense\"}").id()).isEqualTo(new CommandId("5"));
    assertThat(refused("{\"type\":\"ping\",\"x\":1,\"id\":6}").id()).isEqualTo(new CommandId("6"));
    assertThat(refused("{\"id\":\"" + "x".repeat(65) + "\"}").id()).isNull();
  }

  @Test
  @DisplayName("is a command or refused, whatever it is")
  void anything() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> samples = Samples.names("client-").stream().map(Samples::read).toList();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(samples.get(random.nextInt(samples.size())));
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "{}[]\",:0e-\\u\u0000砖".charAt(random.nextInt(14)));
          default -> text.setCharAt(at, (char) random.nextInt(0x250));
        }
      }
      try {
        assertThat(reader.read(text.toString())).isNotNull();
      } catch (BadCommandException expected) {
        assertThat(expected.code()).isNotNull();
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + text, e);
      }
    }
  }
}
