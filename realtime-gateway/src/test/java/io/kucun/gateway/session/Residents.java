package io.kucun.gateway.session;

import io.kucun.gateway.session.entry.Revocations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;

/** Who is inside a gateway without sockets, and what ends them. */
public final class Residents {

  private final Sessions sessions = new Sessions();
  private final Revocations revocations = new Revocations(100, Instant::now);
  private final Disconnects disconnects =
      new Disconnects(sessions, revocations, new SimpleMeterRegistry());

  public Disconnects disconnects() {
    return disconnects;
  }

  Sessions sessions() {
    return sessions;
  }

  Revocations revocations() {
    return revocations;
  }
}
