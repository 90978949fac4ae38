package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cache entry")
class EntryTest {
  private static final String STAMP = "0123456789abcdef0123456789abcdef";
  private static final Loaded LOADED =
      Loaded.of("{\"name\":\"砖\"}".getBytes(StandardCharsets.UTF_8), 42);

  @Test
  @DisplayName("is cut as it was written")
  void roundTrip() {
    Buffer entry = Entry.write(STAMP, 1_790_000_000_000L, LOADED);
    Entry.Cut cut = Entry.cut(entry, STAMP);
    assertThat(cut).isNotNull();
    assertThat(cut.body()).isEqualTo(LOADED.body());
    assertThat(cut.etag()).isEqualTo("\"42\"");
    assertThat(cut.expiresAt()).isEqualTo(1_790_000_000_000L);
  }

  @Test
  @DisplayName("with another stamp, cut short or of another form is none")
  void refused() {
    Buffer entry = Entry.write(STAMP, 1_790_000_000_000L, LOADED);
    assertThat(Entry.cut(entry, STAMP.replace('0', '1'))).isNull();
    assertThat(Entry.cut(Buffer.buffer("{}"), STAMP)).isNull();
    Buffer open = Buffer.buffer("{\"s\":\"" + STAMP + "\",\"x\":1790000000000,\"e\":\"42");
    assertThat(Entry.cut(open, STAMP)).isNull();
  }

  @Test
  @DisplayName("tells its entity tag and expiry by its head alone, however long the tag is")
  void head() {
    Loaded list = Loaded.of("[1,2,3]".getBytes(StandardCharsets.UTF_8));
    Buffer entry = Entry.write(STAMP, 1_790_000_000_000L, list);
    Entry.Cut cut = Entry.cut(entry.slice(0, Math.min(Entry.HEAD, entry.length())), STAMP);
    assertThat(cut).isNotNull();
    assertThat(cut.etag()).isEqualTo(list.etag()).hasSize(34);
  }

  @Test
  @DisplayName("of nothing is valid JSON without a body")
  void absent() {
    Buffer entry = Entry.write(STAMP, 1_790_000_000_000L, Loaded.absent());
    assertThat(entry.toJsonObject().getValue("b")).isNull();
    assertThat(Entry.cut(entry, STAMP)).matches(Entry.Cut::isAbsent);
  }
}
