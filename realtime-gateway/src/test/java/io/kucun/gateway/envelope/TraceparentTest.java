package io.kucun.gateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The trace of an event")
class TraceparentTest {

  private static final String SPAN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private static @Nullable String read(String text) {
    return Traceparent.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("is what stands around it, not what its data holds")
  void around() {
    assertThat(read("{\"data\":{\"traceparent\":\"x\"},\"traceparent\":\"" + SPAN + "\"}"))
        .isEqualTo(SPAN);
    assertThat(read("{\"data\":{\"traceparent\":\"" + SPAN + "\"},\"ts\":1}")).isNull();
  }

  @Test
  @DisplayName("is none where none can be read")
  void none() {
    for (String text : new String[] {"", "{", "[]", "{\"traceparent\":{}}", "{\"a\":"}) {
      assertThat(read(text)).as(text).isNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "x",
        SPAN + "\\n",
        "\\n" + SPAN,
        SPAN + "\\r\\nERROR It is on fire",
        SPAN + "-00",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
      })
  @DisplayName("is none where a text has not its form")
  void form(String text) {
    assertThat(read("{\"traceparent\":\"" + text + "\"}")).isNull();
  }
}
