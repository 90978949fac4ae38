package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.OwnRedis;
import io.kucun.inventory.testing.OwnDatabase;
import io.kucun.inventory.testing.RedisProbe.Logged;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Relays made by hand on a database and a Redis of their own. */
abstract class OnOneLog {
  static final List<String> CHANNELS = List.of("products", "inventory", "orders");

  static Vertx vertx;
  static OwnRedis redis;
  static OwnDatabase database;

  final List<HandRelay> relays = new ArrayList<>();
  Heard heard;

  @BeforeAll
  static void startServers() {
    vertx = Vertx.vertx();
    redis = new OwnRedis(vertx);
    database = new OwnDatabase(vertx.getDelegate());
  }

  @AfterAll
  static void stopServers() {
    database.close();
    redis.close();
    vertx.closeAndAwait();
  }

  @BeforeEach
  void begin() {
    redis.send(Command.FLUSHALL);
    database.run("TRUNCATE event RESTART IDENTITY");
    database.run("UPDATE event_channel SET published_offset = 0, last_offset = 0");
    database.run("UPDATE event_epoch SET epoch = 'e1', follows = NULL");
    database.run("UPDATE event_relay_lease SET holder = '', term = 0, expires_at = 'epoch'");
    heard = new Heard(vertx, redis);
  }

  @AfterEach
  void end() {
    relays.forEach(HandRelay::close);
    heard.close();
  }

  HandRelay relay() {
    return relay(new Pace(), Scripts.packaged());
  }

  HandRelay relay(EventSettings settings, Scripts scripts) {
    HandRelay relay = new HandRelay(vertx, database.pool(), redis.url(), settings, scripts);
    relays.add(relay);
    return relay;
  }

  /** Commits events of one channel. */
  void commit(String channel, int events) {
    database.run(
        "INSERT INTO event (channel, key, tags, data, ts) SELECT $1::text, 'k', ARRAY['tag:' || $1],"
            + " '{\"n\":' || ((SELECT count(*) FROM event) + n) || '}',"
            + " extract(epoch FROM now()) * 1000 FROM generate_series(1, "
            + events
            + ") n",
        channel);
  }

  /** Its clock is the database's, so nobody has to wait for its end. */
  void endLease() {
    database.run("UPDATE event_relay_lease SET expires_at = 'epoch'");
  }

  static String epoch() {
    return database.run("SELECT epoch FROM event_epoch").iterator().next().getString(0);
  }

  static @Nullable Position position(String channel) {
    Response text = redis.send(Command.GET, "kucun:pos:" + channel);
    return Position.parse(text == null ? null : text.toString());
  }

  static List<Logged> log(String channel) {
    List<Logged> entries = new ArrayList<>();
    for (Response entry : redis.send(Command.XRANGE, "kucun:log:" + channel, "-", "+")) {
      entries.add(new Logged(entry.get(0).toString(), entry.get(1).get(1).toString()));
    }
    return entries;
  }

  static List<JsonObject> rows(String channel) {
    String sql = "SELECT log_offset, data FROM event WHERE channel = $1 ORDER BY id";
    return StreamSupport.stream(database.run(sql, channel).spliterator(), false)
        .map(row ->
            new JsonObject()
                .put("offset", row.getLong(0))
                .put("data", new JsonObject(row.getString(1))))
        .toList();
  }

  /** What the protocol rules out; everything that was committed is to be published by now. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    for (String channel : CHANNELS) {
      List<JsonObject> rows = rows(channel);
      Position position = position(channel);
      if (position == null || !position.equals(new Position(epoch(), rows.size()))) {
        violations.add(channel + " stands at " + position + " with " + rows.size() + " events");
      } else {
        Audit audit = new Audit(channel).heard(heard.of(channel)).log(log(channel), position);
        violations.addAll(audit.rows(epoch(), rows).violations());
      }
    }
    return violations;
  }

  /** All is published, each event once and in order. */
  void allIsWell() {
    assertThat(violations()).isEmpty();
    for (String channel : CHANNELS) {
      assertThat(heard.of(channel)).as("heard on %s", channel).hasSize(rows(channel).size());
      assertThat(log(channel)).as("log of %s", channel).hasSize(rows(channel).size());
    }
  }
}
