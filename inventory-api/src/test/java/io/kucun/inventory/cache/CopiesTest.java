package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Copies of bodies")
class CopiesTest {
  private static final int LEAST = 10;
  private static final int MOST = 800;

  private final Copies copies = new Copies(LEAST, MOST);

  private static CacheKey key() {
    return CacheKey.of(Space.PRODUCTS_DETAIL, UUID.randomUUID(), "a");
  }

  private static Snapshot seen(String stamp, long expiresAt, String etag, @Nullable Buffer body) {
    return new Snapshot(
        true, new Entry.Cut(etag, expiresAt, body), stamp, List.of(), "products=e:1");
  }

  private static Snapshot seen(int length) {
    return seen("stamp", 1, "\"1\"", Buffer.buffer(new byte[length]));
  }

  private boolean keeps(CacheKey key) {
    return copies.get(key) != null;
  }

  @Test
  @DisplayName("are of the entry with the same stamp, expiry and entity tag, and of no other")
  void same() {
    CacheKey key = key();
    copies.keep(key, seen("stamp", 1, "\"1\"", Buffer.buffer("the whole body")));
    Copy copy = copies.get(key);
    assertThat(copy).isNotNull();
    assertThat(copy.isOf(seen("stamp", 1, "\"1\"", Buffer.buffer("the")))).isTrue();
    assertThat(copy.isOf(seen("another", 1, "\"1\"", null))).isFalse();
    assertThat(copy.isOf(seen("stamp", 2, "\"1\"", null))).isFalse();
    assertThat(copy.isOf(seen("stamp", 1, "\"2\"", null))).isFalse();
    assertThat(copy.isOf(new Snapshot(true, null, "stamp", List.of(), null))).isFalse();
  }

  @Test
  @DisplayName("are bytes of their own")
  void own() {
    CacheKey key = key();
    Buffer arrived = Buffer.buffer("the whole body");
    copies.keep(key, seen("stamp", 1, "\"1\"", arrived));
    arrived.setString(0, "overwritten...");
    assertThat(copies.get(key)).extracting(copy -> copy.cut().body()).hasToString("the whole body");
  }

  @Test
  @DisplayName("are made of what is neither too small nor too large")
  void worthIt() {
    List<CacheKey> keys = List.of(key(), key(), key(), key(), key());
    copies.keep(keys.get(0), seen(LEAST - 1));
    copies.keep(keys.get(1), seen(LEAST));
    copies.keep(keys.get(2), seen(MOST / 8));
    copies.keep(keys.get(3), seen(MOST / 8 + 1));
    copies.keep(keys.get(4), seen("stamp", 1, "\"\"", null));
    assertThat(keys.stream().map(this::keeps)).containsExactly(false, true, true, false, false);
  }

  @Test
  @DisplayName("give way to others, those first that were not used for the longest")
  void bounded() {
    List<CacheKey> keys = IntStream.range(0, 9).mapToObj(i -> key()).toList();
    keys.subList(0, 8).forEach(key -> copies.keep(key, seen(100)));
    assertThat(keeps(keys.getFirst())).isTrue();
    copies.keep(keys.getLast(), seen(100));
    assertThat(copies.bytes()).isEqualTo(MOST);
    assertThat(keys.stream().filter(key -> !keeps(key))).containsExactly(keys.get(1));
  }

  @Test
  @DisplayName("take as many bytes as they say, whatever is kept, replaced and forgotten")
  void counted() {
    long seed = Long.getLong("kucun.seed", System.nanoTime());
    System.out.println("kucun.seed=" + seed);
    Random random = new Random(seed);
    List<CacheKey> keys = IntStream.range(0, 20).mapToObj(i -> key()).toList();
    for (int turn = 0; turn < 2_000; turn++) {
      CacheKey key = keys.get(random.nextInt(keys.size()));
      if (random.nextInt(4) == 0) {
        copies.forget(key);
      } else {
        copies.keep(key, seen(random.nextInt(MOST / 8 + 20)));
      }
      long held =
          keys.stream().map(copies::get).mapToLong(one -> one == null ? 0 : one.length()).sum();
      assertThat(copies.bytes()).isEqualTo(held).isBetween(0L, (long) MOST);
    }
    keys.forEach(copies::forget);
    assertThat(copies.bytes()).isZero();
  }
}
