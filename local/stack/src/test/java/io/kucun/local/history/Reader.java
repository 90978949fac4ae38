package io.kucun.local.history;

import io.kucun.local.rig.Answer;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Lines;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Workers;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and records what it sees. One thread. */
final class Reader implements Workers.Own {
  private static final Pattern STATUS = Pattern.compile("kucun; (hit|fwd=\\w+)(.*collapsed)?.*");

  private final Session session;
  private final Lines lines;

  Reader(Session session) {
    this.session = session;
    this.lines = new Lines(session.rig());
  }

  /** Anything, anywhere. */
  void read() {
    read(Session.any(session.shelf().routes()), session.anywhere());
  }

  /** One read; what it saw is in the history. */
  void read(Route route, Replica replica) {
    Tally tally = session.tally();
    int life = replica.lives();
    Known.Body known = session.known().perhaps(route);
    String condition = known == null ? "" : "If-None-Match: " + known.etag() + "\r\n";
    HttpLine line = lines.to(replica);
    long began = System.nanoTime();
    try {
      Answer answer = line.send("GET", route.path(), condition, "");
      long ended = System.nanoTime();
      if (answer.status() == 304 && known != null) {
        tally.count("reads: not modified");
        seen(route, replica, known.shown(), answer, began, ended);
      } else if (answer.status() == 200) {
        List<Value> shown = route.shown().apply(answer.json());
        session.known().learn(route, answer.header("etag"), shown);
        seen(route, replica, shown, answer, began, ended);
      } else {
        tally.count(answer.isServersFault() ? Tally.FAILED : "reads: " + answer.status());
      }
    } catch (IOException e) {
      boolean lived = replica.isUp() && replica.lives() == life;
      tally.count(lived ? Tally.BROKEN : "reads: died with a replica");
    }
  }

  private void seen(
      Route route, Replica replica, List<Value> shown, Answer answer, long began, long ended) {
    session.tally().count(Tally.READS);
    session.tally().count("reads: " + source(answer));
    session.tally().count("reads of " + route.name());
    session.history().seen(shown, began, ended, route.name() + " at " + replica.name());
  }

  private static String source(Answer answer) {
    Matcher status = STATUS.matcher(answer.header("cache-status"));
    if (!status.matches()) {
      return "not told where from";
    }
    return status.group(2) == null ? status.group(1) : status.group(1) + " collapsed";
  }

  @Override
  public void close() {
    lines.close();
  }
}
