package io.kucun.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The reader of answers")
class AnswerReaderTest {
  private static final String HIT =
      "HTTP/1.1 200 OK\r\nCache-Status: kucun; hit; ttl=9\r\nContent-Length: 5\r\n\r\n12345";

  private final AnswerReader reader =
      new AnswerReader("somebody", new Expected(200, "kucun; hit", 5));

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  @DisplayName("takes an answer in one piece, and the next one")
  void whole() {
    assertThat(reader.read(bytes(HIT))).isTrue();
    assertThat(reader.read(bytes(HIT.replace("Content-Length", "content-length")))).isTrue();
  }

  @Test
  @DisplayName("takes an answer in two pieces, wherever it is cut")
  void pieces() {
    for (int cut = 0; cut < HIT.length(); cut++) {
      assertThat(reader.read(bytes(HIT.substring(0, cut)))).as("cut at %s", cut).isFalse();
      assertThat(reader.read(bytes(HIT.substring(cut)))).as("cut at %s", cut).isTrue();
    }
  }

  @Test
  @DisplayName("expects no body of a 304, whatever its length says")
  void notModified() {
    AnswerReader unchanged = new AnswerReader("somebody", new Expected(304, "kucun; hit", 0));
    String answer = HIT.replace("200 OK", "304 Not Modified").replace("12345", "");
    assertThat(unchanged.read(bytes(answer))).isTrue();
    assertThat(unchanged.read(bytes(answer))).isTrue();
  }

  @Test
  @DisplayName("takes anything while a cache is filled")
  void anything() {
    AnswerReader lenient = new AnswerReader("somebody", Expected.ANYTHING);
    assertThat(lenient.read(bytes("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 503 Service Unavailable\r\nCache-Status: kucun; hit\r\nContent-Length: 5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nCache-Status: kucun; hit\r\nContent-Length: 4\r\n\r\n1234",
        "HTTP/1.1 200 OK\r\nCache-Status: kucun; hit\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n",
        "HTTP/1.1 200 OK\r\nCache-Status: kucun; hit\r\nContent-Length: 5\r\n\r\n12345more",
        "HTTP/1.0 200 OK\r\nCache-Status: kucun; hit\r\nContent-Length: 5\r\n\r\n12345",
      })
  @DisplayName("refuses an answer that is not as expected, and says whose")
  void unexpected(String answer) {
    assertThatThrownBy(() -> reader.read(bytes(answer)))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining("somebody did not answer");
  }

  @Test
  @DisplayName("counts the answers without the mark")
  void unmarked() {
    assertThat(reader.read(bytes(HIT))).isTrue();
    assertThat(reader.unmarked()).isZero();
    assertThat(reader.read(bytes(HIT.replace("hit; ttl=9", "fwd=miss")))).isTrue();
    assertThat(reader.unmarked()).isOne();
    assertThat(reader.lastUnmarked()).contains("fwd=miss").doesNotContain("12345");
  }

  @Test
  @DisplayName("refuses a head that does not end")
  void endless() {
    assertThatThrownBy(() -> reader.read(bytes("HTTP/1.1 200 OK\r\nX: " + "x".repeat(9_000))))
        .isInstanceOf(UnexpectedAnswer.class);
  }
}
