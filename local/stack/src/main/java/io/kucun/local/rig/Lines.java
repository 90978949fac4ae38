package io.kucun.local.rig;

import java.util.HashMap;
import java.util.Map;

/** The connections of one thread to the replicas, another one after each death of a replica. */
public final class Lines implements AutoCloseable {
  private final Rig rig;
  private final Map<Replica, Line> lines = new HashMap<>();

  /** None is open yet. */
  public Lines(Rig rig) {
    this.rig = rig;
  }

  private record Line(HttpLine http, int life) {}

  /** The one to a replica. */
  public HttpLine to(Replica replica) {
    int life = replica.lives();
    Line line = lines.get(replica);
    if (line == null || line.life() != life) {
      if (line != null) {
        line.http().close();
      }
      line = new Line(rig.line(replica), life);
      lines.put(replica, line);
    }
    return line.http();
  }

  @Override
  public void close() {
    lines.values().forEach(line -> line.http().close());
  }
}
