package io.kucun.gateway;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.recovery.Checker;
import io.kucun.gateway.recovery.Told;
import io.kucun.gateway.recovery.Truth;
import io.kucun.gateway.recovery.Violation;
import io.kucun.gateway.recovery.Watch;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client remembers of one channel, and all that it was told about it. */
final class Track {

  final Watch watch;
  final Truth truth;
  final Checker checker;
  final List<Told> history = new ArrayList<>();
  @Nullable Position position;
  int recovered;
  int notRecovered;
  int resyncs;

  Track(Watch watch, Truth truth) {
    this.watch = watch;
    this.truth = truth;
    this.checker = new Checker(truth, watch);
  }

  void answered(@Nullable Position since, JsonObject answer) {
    Position at = answer.containsKey("epoch") ? position(answer) : null;
    Boolean wasRecovered = answer.getBoolean("recovered");
    if (wasRecovered != null) {
      recovered += wasRecovered ? 1 : 0;
      notRecovered += wasRecovered ? 0 : 1;
    }
    take(new Told.Answered(since, at, wasRecovered, truth.size()), at);
  }

  void event(JsonObject envelope) {
    Position at = position(envelope);
    take(new Told.Event(at, truth.size()), at);
  }

  void resync(JsonObject frame) {
    resyncs++;
    take(new Told.Resync(position(frame), truth.size()), position(frame));
  }

  void upto(JsonObject told) {
    take(new Told.Upto(position(told), truth.size()), position(told));
  }

  private void take(Told told, @Nullable Position now) {
    history.add(told);
    checker.take(told);
    position = now;
  }

  /** What would be wrong if this were all that it was told. */
  List<Violation> recheck(List<Told> told) {
    return Checker.check(truth, watch, told);
  }

  private static Position position(JsonObject json) {
    return new Position(json.getString("epoch"), json.getLong("offset"));
  }
}
