package io.kucun.gateway.session;

import io.kucun.gateway.access.Identity;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.hub.Member;
import io.kucun.gateway.hub.Target;
import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.protocol.Reply;
import io.kucun.gateway.protocol.ReplyWriter;
import io.kucun.gateway.protocol.Since;
import io.kucun.gateway.session.limits.TokenBucket;
import io.kucun.gateway.session.wire.Wire;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One client with an open socket. */
final class Session implements Member {

  private static final Logger LOG = Logger.getLogger(Session.class);
  private static final ReplyWriter REPLIES = new ReplyWriter();

  private final String id;
  private final Term term;
  private final Wire wire;
  private final Pulse pulse;
  private final Patience patience;
  private final TokenBucket commands;
  private final HubThread hub;
  // Touched by the socket's own event loop only. The smallest of sets: most hold one or two.
  private final Set<Target> targets = new CopyOnWriteArraySet<>();
  private volatile long leavesAt = Long.MAX_VALUE;
  private volatile boolean reading = true;
  private final AtomicReference<@Nullable CloseCode> closed = new AtomicReference<>();

  Session(
      String id,
      Term term,
      Wire wire,
      Pulse pulse,
      Patience patience,
      TokenBucket commands,
      HubThread hub) {
    this.id = id;
    this.term = term;
    this.wire = wire;
    this.pulse = pulse;
    this.patience = patience;
    this.commands = commands;
    this.hub = hub;
  }

  void open(long heartbeatMs) {
    wire.whenRoom(() -> hub.run(h -> h.catchUp(this)));
    send(new Reply.Welcome(id, heartbeatMs, identity().expiresAt().toEpochMilli()));
    hub.run(h -> h.join(this));
  }

  /** Has something done in the hub, after all that this client asked for before. */
  void onHub(Consumer<Hub> task) {
    hub.run(task);
  }

  Identity identity() {
    return term.identity();
  }

  void renew(Identity renewed) {
    term.renew(renewed);
  }

  boolean isExpired() {
    return term.isExpired();
  }

  Set<Target> targets() {
    return targets;
  }

  boolean mayCommand() {
    return commands.tryTake();
  }

  /** Sends a frame after all that was handed over before. Any thread. */
  void send(Reply reply) {
    hub.run(h -> answer(reply));
  }

  /** Sends a frame at this point of what the hub does. On the hub's thread. */
  void answer(Reply reply) {
    answer(REPLIES.write(reply));
  }

  /** Sends the text of a frame that others are sent too. On the hub's thread. */
  void answer(String text) {
    try {
      if (!wire.sendControl(text)) {
        close(CloseCode.TOO_SLOW);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      fail(e);
    }
  }

  @Override
  public boolean takes(int bytes) {
    return wire.takes(bytes);
  }

  /**
   * While this is done nothing is read from the client: what it sends would wait for its turn in
   * memory, as much as it likes.
   */
  Uni<Void> alone(Uni<Void> command) {
    return command
        .onSubscription()
        .invoke(() -> read(false))
        .onTermination()
        .invoke(() -> read(true));
  }

  private void read(boolean on) {
    reading = on;
    wire.read(on);
    // The client's part of a close is waited for.
    if (!on && closed.get() != null) {
      wire.read(true);
    }
  }

  @Override
  public void deliver(Batch batch) {
    // It leaves the hub in a task of its own: events that come before that are not for it any more.
    if (closed.get() == null) {
      send(batch);
    }
  }

  private void send(Batch batch) {
    try {
      wire.send(batch);
    } catch (RuntimeException | OutOfMemoryError e) {
      fail(e);
    }
  }

  /** Others are given the same after it, whatever happens to this one. */
  private void fail(Throwable failure) {
    LOG.error("A socket could not be written to", failure);
    close(CloseCode.INTERNAL);
  }

  @Override
  public void resync(String channel, @Nullable Position at) {
    if (at == null) {
      close(CloseCode.TOO_SLOW);
    } else {
      answer(new Reply.Resync(channel, new Since(at.epoch(), at.offset())));
    }
  }

  @Override
  public void degraded(boolean on) {
    answer(new Reply.Degraded(on));
  }

  /** A frame that asks for nothing costs as much as a command, or it could be sent without end. */
  void idleFrame() {
    if (!mayCommand()) {
      close(CloseCode.RATE);
    }
  }

  void pong(long number) {
    if (!pulse.pong(number)) {
      idleFrame();
    }
  }

  /** What is kept for this client, in bytes. */
  long waiting() {
    return wire.waiting();
  }

  /** Does what is due at this time. True if that was a heartbeat. */
  boolean tick(long now) {
    if (now >= leavesAt) {
      close(CloseCode.DRAINING);
      return false;
    }
    switch (term.due()) {
      case WARNING -> send(new Reply.AuthExpiring(identity().expiresAt().toEpochMilli()));
      case END -> {
        close(CloseCode.TOKEN_EXPIRED);
        return false;
      }
      case NOTHING -> {}
    }
    boolean full = wire.isFull();
    if (patience.isOver(now, full, wire.taken())) {
      close(CloseCode.TOO_SLOW);
    } else if (full || !reading) {
      // A ping would wait behind all that, or its answer would.
      pulse.postpone(now);
    } else {
      return keepTime(now);
    }
    return false;
  }

  /** Sends the client elsewhere, and ends the socket some time after it should be gone. */
  void leave(long now, long afterMillis, long patienceMillis) {
    send(new Reply.Reconnect(afterMillis));
    leavesAt = now + afterMillis + patienceMillis;
  }

  private boolean keepTime(long now) {
    Pulse.Due due = pulse.at(now);
    switch (due) {
      case PING -> wire.ping(pulse.ping());
      case NO_PONG -> close(CloseCode.NO_PONG);
      case NOTHING -> {}
    }
    return due == Pulse.Due.PING;
  }

  void close(CloseCode code) {
    if (closed.compareAndSet(null, code)) {
      wire.close(code);
      wire.read(true);
      hub.run(h -> h.leave(this));
    }
  }

  /** The socket is gone; the code it was closed with from here, if it was. */
  @Nullable CloseCode gone() {
    hub.run(h -> h.leave(this));
    return closed.getAndUpdate(code -> code == null ? CloseCode.INTERNAL : code);
  }
}
