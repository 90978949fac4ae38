package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.kucun.inventory.events.LogPage.Reason;
import io.kucun.inventory.testing.Explained;
import io.kucun.inventory.testing.Migrated;
import io.kucun.inventory.testing.Rehearsal;
import io.kucun.inventory.web.Statement;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On rows that are never committed, so that the real log stays as it is. */
@QuarkusTest
@DisplayName("A read of the log")
class EventReadsTest {
  private static final int ROWS = 20_000;
  private static final String EPOCH = "e1";

  @Inject Pool pool;
  @Inject Flyway flyway;

  private Rehearsal log;

  @BeforeEach
  void twentyThousandEvents() {
    Migrated.await(flyway);
    log = new Rehearsal(pool);
    log.run("DELETE FROM event WHERE channel = 'orders' AND log_offset IS NOT NULL");
    log.run("UPDATE event_epoch SET epoch = $1", EPOCH);
    log.run(
        """
        INSERT INTO event (channel, key, owner, tags, data, ts, log_offset)
        SELECT 'orders', 'k' || n, CASE WHEN n % 5000 = 0 THEN 'rare' ELSE 'often' END, '{}',
               '{"n":' || n || '}', 1, n FROM generate_series(1, $1::int) n
        """,
        ROWS);
    reach(ROWS, ROWS);
    log.run("ANALYZE event");
  }

  @AfterEach
  void forget() {
    log.close();
  }

  private void reach(long last, long published) {
    log.run(
        "UPDATE event_channel SET last_offset = $1, published_offset = $2 WHERE channel = 'orders'",
        last,
        published);
  }

  private LogPage read(@Nullable String after, @Nullable String owner, int limit) {
    Optional<Position> position = Optional.ofNullable(Position.parse(after));
    return EventReads.page(
        log.rows(statement(position, Optional.ofNullable(owner), limit)),
        position.orElse(null),
        limit);
  }

  private static Statement statement(
      Optional<Position> position, Optional<String> owner, int limit) {
    return new Statement(
        EventReads.SELECT, EventReads.arguments(Channel.ORDERS, position, owner, limit));
  }

  private static Position at(long offset) {
    return new Position(EPOCH, offset);
  }

  private void covers(LogPage page, int events, long offset) {
    assertThat(page)
        .isInstanceOfSatisfying(
            LogPage.Events.class,
            found -> {
              assertThat(found.envelopes()).hasSize(events);
              assertThat(found.position()).isEqualTo(at(offset));
            });
  }

  @Test
  @DisplayName("covers what it shows, and at the end what there is")
  void covered() {
    covers(read(null, null, 100), 100, 100);
    covers(read("e1:19950", null, 100), 50, ROWS);
    covers(read("e1:20000", null, 100), 0, ROWS);
    assertThat(read("e1:16", null, 1))
        .extracting("envelopes")
        .asInstanceOf(LIST)
        .containsExactly(
            "{\"channel\":\"orders\",\"data\":{\"n\":17},\"ts\":1,\"offset\":17,\"epoch\":\"e1\","
                + "\"key\":\"k17\",\"owner\":\"often\"}");
  }

  @Test
  @DisplayName("looks for one owner's events in a bounded part, and covers that part")
  void owner() {
    covers(read("e1:0", "rare", 100), 2, 10_000);
    covers(read("e1:10000", "rare", 100), 2, ROWS);
    covers(read("e1:0", "rare", 1), 1, 5_000);
    covers(read("e1:5000", "nobody", 1), 0, 15_000);
  }

  @Test
  @DisplayName("shows nothing before it is known to be in Redis, and goes back behind nobody")
  void unpublished() {
    reach(ROWS, 19_990);
    covers(read("e1:19980", null, 100), 10, 19_990);
    covers(read("e1:19995", null, 100), 0, 19_995);
    covers(read("e1:20000", null, 100), 0, ROWS);
  }

  @Test
  @DisplayName("is gone when the next event is deleted, and not one event earlier")
  void trimmed() {
    log.run("DELETE FROM event WHERE channel = 'orders' AND log_offset <= 7000");
    covers(read("e1:7000", null, 1), 1, 7_001);
    covers(read(null, null, 1), 1, 7_001);
    assertThat(read("e1:6999", null, 1)).isEqualTo(new LogPage.Gone(Reason.TRIMMED, at(7_000)));
    log.run("DELETE FROM event WHERE channel = 'orders'");
    covers(read(null, null, 1), 0, ROWS);
    covers(read("e1:20000", null, 1), 0, ROWS);
    assertThat(read("e1:19999", null, 1)).isEqualTo(new LogPage.Gone(Reason.TRIMMED, at(ROWS)));
  }

  @Test
  @DisplayName("is gone in another epoch, and ahead of all that was numbered")
  void elsewhere() {
    assertThat(read("e0:5", null, 1)).isEqualTo(new LogPage.Gone(Reason.OTHER_EPOCH, at(0)));
    assertThat(read("e1:20001", null, 1)).isEqualTo(new LogPage.Gone(Reason.AHEAD, at(0)));
  }

  @Test
  @DisplayName("takes 1 MB at most, but one event however large it is")
  void bytes() {
    log.run(
        "UPDATE event SET data = '\"' || repeat('x', 400000) || '\"'"
            + " WHERE channel = 'orders' AND log_offset BETWEEN 2 AND 4");
    log.run(
        "UPDATE event SET data = '\"' || repeat('x', 2000000) || '\"'"
            + " WHERE channel = 'orders' AND log_offset = 5");
    covers(read("e1:0", null, 100), 3, 3);
    covers(read("e1:3", null, 100), 1, 4);
    covers(read("e1:4", null, 100), 1, 5);
  }

  @Test
  @DisplayName("reads as much as it shows, and for one owner no more than a bounded part")
  void plan() {
    Explained plan = log.explain(statement(Optional.of(at(15_000)), Optional.empty(), 100));
    assertThat(plan.indexes()).as("%s", plan).contains("event_by_offset");
    assertThat(plan.touched()).as("%s", plan).isLessThan(120);
    Explained own = log.explain(statement(Optional.of(at(0)), Optional.of("rare"), 100));
    assertThat(own.indexes()).as("%s", own).contains("event_by_offset");
    assertThat(own.touched()).as("%s", own).isLessThan(10_020);
  }
}
