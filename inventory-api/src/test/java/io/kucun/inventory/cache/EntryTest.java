package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cache entry")
class EntryTest {
  private static final String STAMP = "0123456789abcdef0123456789abcdef";
  private static final byte[] BODY = "{\"name\":\"砖\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  @DisplayName("is cut as it was written")
  void roundTrip() {
    byte[] entry = Entry.write(STAMP, 1_790_000_000_000L, "\"42\"", BODY);
    Entry.Cut cut = Entry.cut(entry, STAMP);
    assertThat(cut).isNotNull();
    assertThat(cut.body()).isEqualTo(BODY);
    assertThat(cut.etag()).isEqualTo("\"42\"");
    assertThat(cut.expiresAt()).isEqualTo(1_790_000_000_000L);
  }

  @Test
  @DisplayName("with another stamp, cut short or of another form is none")
  void refused() {
    byte[] entry = Entry.write(STAMP, 1_790_000_000_000L, "\"42\"", BODY);
    assertThat(Entry.cut(entry, STAMP.replace('0', '1'))).isNull();
    assertThat(Entry.cut("{}".getBytes(StandardCharsets.UTF_8), STAMP)).isNull();
    byte[] open =
        ("{\"s\":\"" + STAMP + "\",\"x\":1790000000000,\"e\":\"42")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(Entry.cut(open, STAMP)).isNull();
  }
}
