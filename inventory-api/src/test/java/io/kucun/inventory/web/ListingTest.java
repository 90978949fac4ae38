package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page of a list")
class ListingTest {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final Keyset<Row> NEWEST =
      Keyset.descending(
          List.of(
              Key.instant("createdAt", Row::at),
              Key.text("name", Row::name),
              Key.id("id", Row::id)));

  private record Row(Instant at, String name, UUID id) {}

  private static Row row(int number) {
    return new Row(
        Instant.parse("2026-05-01T08:00:00.000001Z").plusNanos(number * 1_000L),
        "抛光砖 \"" + number + "\" \uD83D\uDE00",
        new UUID(ID.getMostSignificantBits(), number));
  }

  private static List<Row> rows(int count) {
    return IntStream.range(0, count).mapToObj(ListingTest::row).toList();
  }

  private static Listing<Row> listing(String status, @Nullable String cursor) {
    return listing(NEWEST, status, cursor);
  }

  private static Listing<Row> listing(Keyset<Row> order, String status, @Nullable String cursor) {
    Where where = Where.all().and("status = :status", "status", Optional.of(status));
    return Listing.of(where, order, new Page.Request(1, 3, cursor));
  }

  private static @Nullable String next(List<Row> read) {
    return listing("A", null).page(read, 9L, Function.identity()).pagination().nextCursor();
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String cursor() {
    return Objects.requireNonNull(next(rows(4)));
  }

  private static void assertRefused(String cursor) {
    assertThatThrownBy(() -> listing("A", cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(ProblemCode.INVALID_CURSOR);
              assertThat(refused.refusal().flaws().getFirst().parameter()).isEqualTo("cursor");
            });
  }

  @Test
  @DisplayName("by number tells the totals, and a cursor only where more rows follow")
  void byNumber() {
    Page<Row> full = listing("A", null).page(rows(4), 9L, Function.identity());
    assertThat(full.data()).containsExactlyElementsOf(rows(3));
    assertThat(full.pagination().page()).isEqualTo(1);
    assertThat(full.pagination().total()).isEqualTo(9);
    assertThat(full.pagination().totalPages()).isEqualTo(3);
    assertThat(full.pagination().nextCursor()).isNotNull();
    assertThat(next(rows(3))).isNull();
  }

  @Test
  @DisplayName("by cursor goes on behind the last row, to the microsecond, and counts nothing")
  void byCursor() {
    Listing<Row> listing = listing("A", cursor());
    assertThat(listing.rest().orderedBy(listing.orderBy()))
        .isEqualTo(
            "1 = 1 and (status = :status) and ((createdAt, name, id) < (:key0, :key1, :key2))"
                + " order by createdAt desc, name desc, id desc");
    assertThat(listing.rest().parameters())
        .isEqualTo(
            Map.of(
                "status", "A",
                "key0", row(2).at(),
                "key1", row(2).name(),
                "key2", row(2).id()));
    assertThat(listing.isCounted()).isFalse();
    Page<Row> page = listing.page(rows(2), null, Function.identity());
    assertThat(page.pagination()).isEqualTo(new Page.Pagination(null, 3, null, null, null));
  }

  @Test
  @DisplayName("takes numbers and dates as keys, least first too")
  void numbersAndDates() {
    Keyset<Row> order =
        Keyset.ascending(
            List.of(
                Key.number("seq", row -> Long.MAX_VALUE),
                Key.date("day", row -> LocalDate.of(9999, 12, 31))));
    assertThat(order.behind()).isEqualTo("(seq, day) > (:key0, :key1)");
    assertThat(order.values(order.place(row(1))))
        .isEqualTo(Map.of("key0", Long.MAX_VALUE, "key1", LocalDate.of(9999, 12, 31)));
  }

  @Test
  @DisplayName("begins at the first key alone where no index has all of them")
  void acrossTables() {
    List<Key<Row>> keys = List.of(Key.text("name", Row::name), Key.id("id", Row::id));
    assertThat(Keyset.of(true, keys).acrossTables().behind())
        .isEqualTo("name >= :key0 and (name, id) > (:key0, :key1)");
    assertThat(Keyset.of(false, keys).acrossTables().behind())
        .isEqualTo("name <= :key0 and (name, id) < (:key0, :key1)");
  }

  @Test
  @DisplayName("refuses the cursor of other rows, of another order and of a cut order")
  void ofAnotherList() {
    String cursor = cursor();
    Keyset<Row> oldest =
        Keyset.ascending(
            List.of(
                Key.instant("createdAt", Row::at),
                Key.text("name", Row::name),
                Key.id("id", Row::id)));
    listing("A", cursor);
    assertThatThrownBy(() -> listing("B", cursor)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> listing(oldest, "A", cursor)).isInstanceOf(ProblemException.class);
    String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    assertRefused(encoded(json.substring(0, json.lastIndexOf(',')) + "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "%%%",
        "AAAA",
        "_____w",
        "e30",
        "W10",
        "WzFd",
        "WzIsIngiXQ",
        "WzEsMV0",
        "W1tbW1tb",
      })
  @DisplayName("refuses what is no cursor")
  void noCursor(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"today\",\"n\",\"00000000-0000-4000-8000-000000000001\"]",
        "[\"+99999-01-01T00:00:00Z\",\"n\",\"00000000-0000-4000-8000-000000000001\"]",
        "[\"2026-05-01T08:00:00.0000001Z\",\"n\",\"00000000-0000-4000-8000-000000000001\"]",
        "[\"2026-05-01T08:00:00Z\",\"\\u0000\",\"00000000-0000-4000-8000-000000000001\"]",
        "[\"2026-05-01T08:00:00Z\",\"\\ud800\",\"00000000-0000-4000-8000-000000000001\"]",
        "[\"2026-05-01T08:00:00Z\",\"n\",\"1\"]",
        "[\"2026-05-01T08:00:00Z\",\"n\",null]",
        "[\"2026-05-01T08:00:00Z\",\"n\"]",
      })
  @DisplayName("refuses keys that no row can have")
  void impossibleKeys(String keys) {
    String json = new String(Base64.getUrlDecoder().decode(cursor()), StandardCharsets.UTF_8);
    String fingerprint = json.substring(json.indexOf('"'), json.indexOf('"', 5) + 1);
    listing("A", encoded("[1," + fingerprint + ",\"2026-05-01T08:00:00Z\",\"n\",\"" + ID + "\"]"));
    assertRefused(encoded("[1," + fingerprint + "," + keys.substring(1)));
  }
}
