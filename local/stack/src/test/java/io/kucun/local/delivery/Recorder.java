package io.kucun.local.delivery;

import io.kucun.local.client.Resp;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the evidence of a run. */
final class Recorder {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String WAITING =
      """
      SELECT (SELECT count(*) FROM event WHERE log_offset IS NULL)
          + (SELECT sum(last_offset - published_offset) FROM event_channel)
      """;

  private final Rig rig;
  private final Subscriber subscriber;

  Recorder(Rig rig, Subscriber subscriber) {
    this.rig = rig;
    this.subscriber = subscriber;
  }

  /** How many committed events are not known to be in Redis. */
  long waiting() {
    return Long.parseLong(ask(WAITING));
  }

  /** What the database answers. */
  String ask(String query) {
    try (Connection database = rig.postgres().connect();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns when all events have been heard; nobody writes any more. */
  Evidence evidence(Journal journal, int capacity) {
    Await.until("everything is published", LIMIT, () -> waiting() == 0);
    try (Connection database = rig.postgres().connect();
        Resp redis = Resp.open("redis://127.0.0.1:" + rig.redis().port())) {
      Books books = Books.read(database);
      books
          .last()
          .forEach((channel, last) ->
              Await.until(channel, LIMIT, () -> subscriber.newest(channel) >= last));
      Map<String, List<Envelope>> log = new HashMap<>();
      Map<String, String> positions = new HashMap<>();
      for (String channel : books.last().keySet()) {
        log.put(channel, log(redis.call("XRANGE", "kucun:log:" + channel, "-", "+")));
        positions.put(channel, text(redis.call("GET", "kucun:pos:" + channel)));
      }
      return new Evidence(books, subscriber.heard(), log, positions, journal.promises(), capacity);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Entries are an id and one field with its value. */
  private static List<Envelope> log(@Nullable Object entries) {
    List<Envelope> log = new ArrayList<>();
    if (entries instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof List<?> parts && parts.getLast() instanceof List<?> fields) {
          log.add(Envelope.of(text(fields.getLast())));
        }
      }
    }
    return log;
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
  }
}
