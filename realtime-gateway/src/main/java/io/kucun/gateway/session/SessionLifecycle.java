package io.kucun.gateway.session;

import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.protocol.Reply;
import io.kucun.gateway.session.entry.Gate;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Keeps the sockets' time, and sends their clients elsewhere when this node stops. */
@Singleton
public final class SessionLifecycle {

  private static final Logger LOG = Logger.getLogger(SessionLifecycle.class);
  private static final long TICK_MILLIS = 500;
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Sessions sessions;
  private final Gate gate;
  private final Heartbeat heartbeat;
  private final Duration drainWindow;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private long timer = -1;

  SessionLifecycle(Vertx vertx, Sessions sessions, Gate gate, HubThread hub, SessionConfig config) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.gate = gate;
    this.heartbeat = new Heartbeat(hub);
    this.drainWindow = config.drainWindow();
  }

  public void start() {
    timer =
        vertx.setPeriodic(
            TICK_MILLIS, t -> heartbeat.beat(sessions::forEach, System.currentTimeMillis()));
  }

  public int connections() {
    return sessions.count();
  }

  /** The most that is kept for one of the clients, in bytes. */
  public long mostWaiting() {
    return sessions.mostWaiting();
  }

  /** Blocks until the clients are gone, or for the drain window and a second. */
  public void drain() {
    gate.drain();
    long window = Math.max(1, drainWindow.toMillis());
    int clients = sessions.count();
    if (clients > 0) {
      LOG.infof("Sending %d clients elsewhere", clients);
    }
    sessions.forEach(session -> session.send(new Reply.Reconnect(random.nextLong(window))));
    try {
      sessions.awaitNone(drainWindow);
      sessions.forEach(session -> session.close(CloseCode.DRAINING));
      sessions.awaitNone(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    vertx.cancelTimer(timer);
  }
}
