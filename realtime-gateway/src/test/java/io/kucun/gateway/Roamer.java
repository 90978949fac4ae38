package io.kucun.gateway;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.recovery.Watch;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client that goes from gateway to gateway, each time from where it was. */
final class Roamer {

  private final String user;
  private final String role;
  private final Map<String, Track> tracks = new HashMap<>();
  private final Map<String, Position> asked = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();
  private Door.@Nullable Line line;
  private @Nullable Door at;
  private int connections;
  private int unanswered;
  private boolean calm;
  private boolean degraded;

  Roamer(String user, String role, Relay relay, List<Watch> watches) {
    this.user = user;
    this.role = role;
    for (Watch watch : watches) {
      tracks.put(watch.channel(), new Track(watch, relay.truth(watch.channel())));
    }
  }

  /** Where it would go on, had it been connected before. */
  synchronized Roamer startAt(String channel, Position position) {
    track(channel).position = position;
    return this;
  }

  /**
   * Connects and subscribes, without waiting for the answer.
   *
   * @param nothingIsWrong so that whatever it asks for has to be recovered
   */
  void connect(Door door, boolean nothingIsWrong) {
    leave();
    int mine = begin(nothingIsWrong);
    Door.Line opened = door.enter(user, role, frame -> take(mine, frame));
    at = door;
    line = opened;
    opened.send(command());
  }

  private synchronized int begin(boolean nothingIsWrong) {
    calm = nothingIsWrong;
    degraded = false;
    unanswered = tracks.size();
    asked.clear();
    return ++connections;
  }

  private synchronized String command() {
    JsonObject since = new JsonObject();
    JsonArray channels = new JsonArray();
    tracks.forEach((channel, track) -> {
      channels.add(track.watch.name());
      Position position = track.position;
      if (position != null) {
        asked.put(channel, position);
        since.put(
            channel,
            new JsonObject().put("epoch", position.epoch()).put("offset", position.offset()));
      }
    });
    JsonObject command = new JsonObject().put("type", "subscribe").put("channels", channels);
    return (since.isEmpty() ? command : command.put("since", since)).encode();
  }

  /** Whatever is still unanswered need not be recovered any more. */
  synchronized void expectTrouble() {
    calm = false;
  }

  void leave() {
    synchronized (this) {
      connections++;
      at = null;
    }
    if (line != null) {
      line.close();
      line = null;
    }
  }

  boolean isAway() {
    return line == null;
  }

  boolean isAt(Door door) {
    return door.equals(at);
  }

  private synchronized void take(int connection, String text) {
    if (connection != connections) {
      return;
    }
    JsonObject frame = new JsonObject(text);
    switch (frame.getString("type", "event")) {
      case "event" -> track(frame.getString("channel")).event(frame);
      case "subscribed" -> subscribed(frame.getJsonObject("channels"));
      case "resync" -> {
        complaints.add(text);
        track(frame.getString("channel")).resync(frame);
      }
      case "position" -> {
        JsonObject positions = frame.getJsonObject("positions");
        positions.fieldNames().forEach(c -> track(c).upto(positions.getJsonObject(c)));
      }
      case "degraded" -> degraded = frame.getBoolean("on");
      case "welcome" -> {}
      default -> surprises.add(text);
    }
  }

  private void subscribed(JsonObject channels) {
    for (Track track : tracks.values()) {
      JsonObject answer = channels.getJsonObject(track.watch.name());
      if (calm && Boolean.FALSE.equals(answer.getBoolean("recovered"))) {
        complaints.add("not recovered: " + answer);
      }
      track.answered(asked.get(track.watch.channel()), answer);
      unanswered--;
    }
  }

  private Track track(String channel) {
    Track track = tracks.get(channel);
    if (track == null) {
      throw new AssertionError("nobody asked for " + channel);
    }
    return track;
  }

  Collection<Track> tracks() {
    return tracks.values();
  }

  /** What would not have to be said where nothing was lost for good. */
  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Promises that were not kept, and frames that should not have come at all. */
  synchronized List<Object> wrong() {
    List<Object> wrong = new ArrayList<>(surprises);
    for (Track track : tracks.values()) {
      wrong.addAll(track.checker.violations());
      wrong.addAll(track.recheck(track.history));
    }
    return wrong;
  }

  synchronized boolean isDegraded() {
    return degraded;
  }

  /** Whether it has an answer, and everything that it listens to. */
  synchronized boolean isUpToDate() {
    return unanswered == 0 && tracks.values().stream().allMatch(t -> t.checker.isComplete());
  }

  boolean wasCutOff() {
    return line != null && line.isClosed();
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder(user);
    tracks
        .values()
        .forEach(t -> text.append(' ').append(t.watch.name()).append('@').append(t.position));
    return text.append(", unanswered ").append(unanswered).toString();
  }
}
