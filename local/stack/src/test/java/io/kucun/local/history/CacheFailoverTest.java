package io.kucun.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Connection;
import io.kucun.local.client.Json;
import io.kucun.local.issuer.Issuer;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.RigPlan;
import io.kucun.local.rig.Service;
import io.kucun.local.rig.WatchedRedis;
import io.kucun.local.servers.Ports;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@Order(10)
@DisplayName("Two replicas of the API and a gateway on a Redis that Sentinel watches")
class CacheFailoverTest {
  private static final int FAILOVERS = Scale.of(1, 8);
  private static final int SOME = 20;
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final List<String> CHANNELS = List.of("products", "inventory");

  @Test
  @DisplayName("show nothing old and lose no event when the primary is killed")
  void failover(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory)
      throws IOException, SQLException {
    try (WatchedRedis redis = new WatchedRedis();
        Rig rig = new Rig(RigPlan.breakable("kucun-failover", 2).with("REDIS_URL", redis.url()))) {
      int port = Ports.free();
      try (Service gateway =
          new Service("realtime-gateway", "gateway", environment(rig, redis, port), directory)) {
        gateway.start();
        rig.start();
        gateway.awaitReady();
        Frames frames = new Frames();
        Connection socket = connect(rig, port, frames);
        Session session = Session.of(rig, "failover", 4);
        try (Load load = new Load(session)) {
          for (int i = 0; i < FAILOVERS; i++) {
            failover(redis, load);
          }
        }
        Map<String, List<JsonNode>> committed = committed(rig);
        committed.forEach((channel, all) ->
            Await.until(channel, LIMIT, () -> frames.newest(channel) >= all.size()));
        assertThat(socket.end()).as("the socket stays").isNotDone();
        judge(session, frames.all(), committed);
        socket.close();
      }
    }
  }

  private static Map<String, String> environment(Rig rig, WatchedRedis redis, int port) {
    return Map.of(
        "REDIS_URL", redis.url(),
        "OIDC_ISSUER", rig.issuer().url(),
        "OIDC_AUDIENCE", Issuer.AUDIENCE,
        "WS_PORT", Integer.toString(port),
        "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
  }

  private static Connection connect(Rig rig, int port, Frames frames) throws IOException {
    Connection socket =
        Connection.open(
            URI.create("ws://127.0.0.1:" + port + "/ws"),
            Map.of("Authorization", "Bearer " + rig.issuer().token("admin")),
            frames::add);
    var command = Json.object().put("type", "subscribe");
    CHANNELS.forEach(command.putArray("channels")::add);
    socket.send(command.toString());
    Await.until("subscribed", LIMIT, frames::isSubscribed);
    return socket;
  }

  /** Writes are acknowledged before, while there is no primary, and after. */
  private static void failover(WatchedRedis redis, Load load) {
    load.untilMore(Tally.ACKNOWLEDGED, SOME, LIMIT);
    load.untilMore(Tally.HITS, SOME, LIMIT);
    int killed = redis.killPrimary();
    load.untilMore(Tally.PENDING, 2, LIMIT);
    load.untilMore(Tally.BYPASSES, SOME, LIMIT);
    redis.awaitAnother(killed);
    load.untilMore(Tally.ACKNOWLEDGED, SOME, LIMIT);
    load.untilMore(Tally.HITS, SOME, LIMIT);
    redis.back(killed);
  }

  private static Map<String, List<JsonNode>> committed(Rig rig) throws SQLException {
    Map<String, List<JsonNode>> committed = new HashMap<>();
    try (var database = rig.postgres().connect();
        var statement = database.createStatement()) {
      Await.until("all events are numbered", LIMIT, () -> unnumbered(rig) == 0);
      try (ResultSet rows =
          statement.executeQuery("SELECT channel, data FROM event ORDER BY channel, log_offset")) {
        while (rows.next()) {
          committed
              .computeIfAbsent(rows.getString(1), it -> new ArrayList<>())
              .add(Json.parse(rows.getString(2)));
        }
      }
    }
    return committed;
  }

  private static long unnumbered(Rig rig) {
    try (var database = rig.postgres().connect();
        var statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM event WHERE log_offset IS NULL")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void judge(
      Session session, List<JsonNode> frames, Map<String, List<JsonNode>> committed) {
    session.tally().lines().forEach(System.out::println);
    System.out.println(Frames.resyncs(frames) + " resyncs in " + frames.size() + " frames");
    assertThat(Checker.check(session.history())).isEmpty();
    assertThat(session.tally().of(Tally.FAILED)).as("5xx").isZero();
    assertThat(Frames.findings(frames, committed)).isEmpty();
    assertThat(Frames.resyncs(frames))
        .as("resyncs, of which a failover may cause one on each channel")
        .isLessThanOrEqualTo((long) FAILOVERS * CHANNELS.size());
    int[] events =
        IntStream.range(0, frames.size())
            .filter(it -> Frames.type(frames.get(it)).equals("event"))
            .filter(it -> frames.get(it).path("channel").asText().equals("inventory"))
            .toArray();
    assertThat(events).hasSizeGreaterThan(SOME);
    List<JsonNode> lacking = new ArrayList<>(frames);
    lacking.remove(events[1]);
    assertThat(Frames.findings(lacking, committed)).as("with one lost").isNotEmpty();
    List<JsonNode> swapped = new ArrayList<>(frames);
    Collections.swap(swapped, events[1], events[2]);
    assertThat(Frames.findings(swapped, committed)).as("with two exchanged").isNotEmpty();
  }
}
