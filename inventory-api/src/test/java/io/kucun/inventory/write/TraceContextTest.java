package io.kucun.inventory.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The span of a write")
class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

  private static TraceContext of(String... headers) {
    return TraceContext.of(List.of(headers));
  }

  @ParameterizedTest
  @CsvSource({
    "00, 01, '', 01",
    "00, 00, '', 00",
    "00, 03, '', 03",
    "00, ff, '', 03",
    "00, 04, '', 00",
    "01, 01, '', 01",
    "cc, 01, -what-comes-later, 01"
  })
  @DisplayName("belongs to the caller's trace, with the caller's decision to sample it")
  void continued(String version, String flags, String more, String sent) {
    TraceContext span = of(version + "-" + TRACE + "-" + PARENT + "-" + flags + more);
    assertThat(span.traceId()).isEqualTo(TRACE);
    assertThat(span.spanId()).isNotEqualTo(PARENT);
    assertThat(span.toString()).matches(FORM).endsWith("-" + sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "0x-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01"
      })
  @DisplayName("begins a new trace if the caller's cannot be read")
  void malformed(String header) {
    assertThat(of(header).traceId()).isNotEqualTo(TRACE);
    assertThat(of(header).toString()).matches(FORM).endsWith("-00");
  }

  @Test
  @DisplayName("begins a new trace if the caller names none, or two")
  void none() {
    String one = "00-" + TRACE + "-" + PARENT + "-01";
    assertThat(TraceContext.of(null).toString()).matches(FORM).endsWith("-00");
    assertThat(of().toString()).matches(FORM).endsWith("-00");
    assertThat(of(one, one).traceId()).isNotEqualTo(TRACE);
  }

  @Test
  @DisplayName("is never the same twice")
  void unique() {
    assertThat(
            Stream.generate(() -> TraceContext.of(null))
                .limit(1_000)
                .flatMap(span -> Stream.of(span.traceId(), span.spanId()))
                .collect(Collectors.toSet()))
        .hasSize(2_000);
  }
}
