package io.kucun.gateway.session;

import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.session.entry.Gate;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Keeps the sockets' time, and sends their clients elsewhere when this node stops. */
@Singleton
public final class SessionLifecycle {

  private static final Logger LOG = Logger.getLogger(SessionLifecycle.class);
  private static final long TICK_MILLIS = 500;

  /** How long after its time a client that has not left by itself is closed. */
  private static final Duration LEAVING = Duration.ofSeconds(1);

  /** How long the last close frames may take. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Sessions sessions;
  private final Gate gate;
  private final Heartbeat heartbeat;
  private final Duration drainWindow;
  private final int perSecond;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private long timer = -1;

  SessionLifecycle(Vertx vertx, Sessions sessions, Gate gate, HubThread hub, SessionConfig config) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.gate = gate;
    this.heartbeat = new Heartbeat(hub);
    this.drainWindow = config.drainWindow();
    this.perSecond = config.drainPerSecond();
  }

  public void start() {
    timer =
        vertx.setPeriodic(TICK_MILLIS, t -> heartbeat.beat(sessions::forEach, Heartbeat.millis()));
  }

  public int connections() {
    return sessions.count();
  }

  /** The most that is kept for one of the clients, in bytes. */
  public long mostWaiting() {
    return sessions.mostWaiting();
  }

  /**
   * Lets nobody in any more, tells every client when to leave, and closes what is left. Blocks
   * until all are gone; {@link #LEAVING} and {@link #CLOSING} longer than the window at most.
   */
  public void drain() {
    gate.drain();
    // A socket that is opened from now on closes itself.
    List<Session> clients = sessions.all();
    Departures departures = new Departures(clients.size(), perSecond, drainWindow, random);
    if (!clients.isEmpty()) {
      LOG.infof("Sending %d clients elsewhere, within %s", clients.size(), departures.window());
    }
    long now = Heartbeat.millis();
    clients.forEach(session -> session.leave(now, departures.next(), LEAVING.toMillis()));
    try {
      sessions.awaitNone(departures.window().plus(LEAVING));
      sessions.forEach(session -> session.close(CloseCode.DRAINING));
      sessions.awaitNone(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    vertx.cancelTimer(timer);
  }
}
