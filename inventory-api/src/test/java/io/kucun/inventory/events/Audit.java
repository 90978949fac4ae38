package io.kucun.inventory.events;

import io.kucun.inventory.testing.RedisProbe.Logged;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares what was heard on a channel, what its log holds and what the database says. Everything
 * that the protocol rules out is a line.
 */
final class Audit {
  private final String channel;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, String> contents = new HashMap<>();

  Audit(String channel) {
    this.channel = channel;
  }

  List<String> violations() {
    return violations;
  }

  /** In order, without a gap, each once; an epoch may begin anywhere. */
  Audit heard(List<String> envelopes) {
    for (int i = 0; i < envelopes.size(); i++) {
      Position position = position(envelopes.get(i));
      content(position, envelopes.get(i));
      if (i > 0) {
        follows(position(envelopes.get(i - 1)), position);
      }
    }
    return this;
  }

  /** The log is one epoch without a gap, and ends at the position. */
  Audit log(List<Logged> log, Position position) {
    for (int i = 0; i < log.size(); i++) {
      Position at = position(log.get(i).envelope());
      content(at, log.get(i).envelope());
      long expected = position.offset() - log.size() + 1 + i;
      if (!at.equals(new Position(position.epoch(), expected))
          || !log.get(i).id().equals(expected + "-0")) {
        violations.add(channel + ": log has " + at + " in place of " + expected);
      }
    }
    return this;
  }

  /** The database's events, in the order of their ids: offsets as given, contents as told. */
  Audit rows(String epoch, List<JsonObject> rows) {
    for (int i = 0; i < rows.size(); i++) {
      JsonObject row = rows.get(i);
      Position at = new Position(epoch, row.getLong("offset"));
      if (row.getLong("offset") != i + 1) {
        violations.add(channel + ": the database has " + at + " in place of " + (i + 1));
      }
      String told = contents.get(at.toString());
      if (told != null && !told.equals(row.getJsonObject("data").encode())) {
        violations.add(channel + ": " + at + " is " + row.getJsonObject("data") + " and " + told);
      }
    }
    return this;
  }

  private void follows(Position head, Position next) {
    if (head.epoch().equals(next.epoch()) && head.offset() + 1 != next.offset()) {
      String what = next.offset() <= head.offset() ? "again or out of order" : "a gap";
      violations.add(channel + ": heard " + next + " after " + head + ": " + what);
    }
  }

  private void content(Position position, String envelope) {
    String data = new JsonObject(envelope).getJsonObject("data").encode();
    String before = contents.putIfAbsent(position.toString(), data);
    if (before != null && !before.equals(data)) {
      violations.add(channel + ": " + position + " is " + before + " and " + data);
    }
  }

  static Position position(String envelope) {
    JsonObject json = new JsonObject(envelope);
    return Objects.requireNonNull(
        Position.parse(json.getString("epoch") + ":" + json.getLong("offset")));
  }
}
