package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.RedisProbe;
import io.kucun.inventory.testing.RedisProbe.Logged;
import io.kucun.local.servers.LocalServers;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The relay")
class RelayTest {
  /** How many events of a channel Redis keeps at least. */
  private static final int KEPT = 10_000;

  @Inject RedisProbe redis;
  @Inject Pool database;

  private record Stored(long offset, String data) {}

  private List<Stored> stored(String channel) {
    return StreamSupport.stream(
            database
                .query(
                    "SELECT log_offset, data FROM event WHERE channel = '"
                        + channel
                        + "' AND log_offset IS NOT NULL ORDER BY id")
                .executeAndAwait()
                .spliterator(),
            false)
        .map((Row row) -> new Stored(row.getLong(0), row.getString(1)))
        .toList();
  }

  private long waiting() {
    return database
        .query(
            "SELECT (SELECT count(*) FROM event WHERE log_offset IS NULL)"
                + " + (SELECT sum(last_offset - published_offset) FROM event_channel)")
        .executeAndAwait()
        .iterator()
        .next()
        .getLong(0);
  }

  private void drained() {
    Eventually.holds(() -> assertThat(waiting()).isZero());
  }

  /**
   * What is in Redis is what is in PostgreSQL: the newest events as far back as the log reaches,
   * with the same offsets without a gap, in the order of the commits.
   */
  private void agree(String channel) {
    List<Stored> rows = stored(channel);
    List<Logged> log = redis.log(channel);
    assertThat(rows.stream().map(Stored::offset).toList())
        .as("offsets in the order of the rows")
        .isEqualTo(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    assertThat(log).hasSizeBetween(Math.min(rows.size(), KEPT), rows.size());
    List<Stored> newest = rows.subList(rows.size() - log.size(), rows.size());
    assertThat(log.stream().map(Logged::offset).toList())
        .isEqualTo(newest.stream().map(Stored::offset).toList());
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).envelope()).contains("\"data\":" + newest.get(i).data());
    }
    assertThat(redis.position(channel))
        .isNotNull()
        .extracting(Position::offset)
        .isEqualTo((long) rows.size());
  }

  @Test
  @DisplayName("publishes an envelope with channel, data, ts, offset, epoch, key and owner")
  void envelope() {
    String product = Given.product();
    Given.stock(product, "A01", "2026-05-01", 3);
    String order = Given.draft("sales", Given.item(product, "A01", 1));
    drained();
    JsonPath moved = redis.about(product, "inventory").getLast();
    assertThat(moved.getString("channel")).isEqualTo("inventory");
    assertThat(moved.getLong("ts")).isGreaterThan(1_700_000_000_000L);
    assertThat(moved.getLong("offset")).isPositive();
    assertThat(moved.getString("epoch")).hasSize(12);
    assertThat(moved.getMap("$")).doesNotContainKey("owner");
    assertThat(redis.about(order, "orders").getLast().getString("owner")).isEqualTo("sub-of-sales");
  }

  @Test
  @DisplayName(
      "numbers concurrent writes without a gap and publishes them in the order of their rows")
  void order() {
    String product = Given.product();
    Given.stock(product, null, null, 1_000_000);
    IntStream.range(0, Scale.of(200, 5_000))
        .parallel()
        .forEach(i ->
            As.warehouse()
                .body(Given.lot(product, null, null, Map.of("quantity", 1 + i % 3)))
                .post(i % 2 == 0 ? "/api/v1/inventory/inbound" : "/api/v1/inventory/outbound")
                .then()
                .statusCode(201));
    drained();
    agree("inventory");
    List<Long> versions =
        redis.about(product, "inventory").stream()
            .filter(envelope -> envelope.getMap("data").containsKey("movementId"))
            .map(envelope -> envelope.getLong("data.version"))
            .toList();
    assertThat(versions).as("the order of one entity").isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("fills the log again after Redis lost everything, without a new epoch")
  void flushed() {
    Given.product();
    drained();
    Position before = redis.position("products");
    redis.send(Command.FLUSHALL);
    Given.product();
    Eventually.holds(() -> agree("products"));
    assertThat(redis.position("products"))
        .isEqualTo(new Position(before.epoch(), before.offset() + 1));
  }

  @Test
  @DisplayName(
      "keeps events while Redis is away; the write is acknowledged and says that it is pending")
  void away() {
    Given.product();
    drained();
    LocalServers.killRedis();
    try {
      Eventually.holds(() ->
          As.admin()
              .body(Map.of("code", Given.code(), "name", "x"))
              .post("/api/v1/products")
              .then()
              .statusCode(201)
              .header("Kucun-Cache", "pending"));
      As.viewer()
          .get("/api/v1/products")
          .then()
          .statusCode(200)
          .header("Cache-Status", "kucun; fwd=bypass");
      assertThat(waiting()).isPositive();
    } finally {
      LocalServers.startRedis();
    }
    drained();
    Eventually.holds(() -> agree("products"));
  }

  @Test
  @DisplayName("opens a new epoch when Redis is ahead of a restored database")
  void restored() {
    Given.product();
    drained();
    Position before = redis.position("products");
    redis.send(
        Command.SET, "kucun:pos:products", new Position(before.epoch(), before.offset() + 50));
    Eventually.holds(
        () -> assertThat(redis.position("products").epoch()).isNotEqualTo(before.epoch()));
    Given.product();
    Eventually.holds(() -> agree("products"));
    assertThat(redis.position("orders").epoch()).isEqualTo(redis.position("products").epoch());
  }

  @Test
  @DisplayName("gives each event one offset, even when a statement that was given up still runs")
  void assignedOnce() {
    String product = Given.product();
    Given.stock(product, null, null, 1);
    drained();
    agree("inventory");
    EventStore store = new EventStore(database);
    Duration limit = Duration.ofSeconds(5);
    long term = count("SELECT term FROM event_relay_lease");
    String holder =
        database
            .query("SELECT holder FROM event_relay_lease")
            .executeAndAwait()
            .iterator()
            .next()
            .getString(0);
    insertEvents(50);
    assertThat(store.assign(new Hold("somebody else", term, 1), 10).await().atMost(limit)).isZero();
    assertThat(store.assign(new Hold(holder, term - 1, 1), 10).await().atMost(limit)).isZero();
    io.smallrye.mutiny.Uni.join()
        .all(
            IntStream.range(0, 8)
                .mapToObj(i -> store.assign(new Hold(holder, term, 1), 10))
                .toList())
        .andFailFast()
        .await()
        .atMost(limit);
    drained();
    assertThat(count("SELECT max(log_offset) - count(*) FROM event WHERE channel = 'products'"))
        .as("offsets without an event")
        .isZero();
  }

  private void insertEvents(int number) {
    database
        .query(
            "INSERT INTO event (channel, key, tags, data, ts) SELECT 'products', 'k', '{}', '{}', 1"
                + " FROM generate_series(1, "
                + number
                + ")")
        .executeAndAwait();
  }

  private long count(String sql) {
    return database.query(sql).executeAndAwait().iterator().next().getLong(0);
  }
}
