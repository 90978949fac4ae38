package io.kucun.gateway.session;

import io.kucun.gateway.access.Identity;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.hub.Member;
import io.kucun.gateway.hub.Target;
import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.protocol.Reply;
import io.kucun.gateway.protocol.ReplyWriter;
import io.kucun.gateway.protocol.Since;
import io.kucun.gateway.session.limits.TokenBucket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One client with an open socket. */
final class Session implements Member {

  private static final ReplyWriter REPLIES = new ReplyWriter();

  private final String id;
  private final Wire wire;
  private final Outbound outbound;
  private final Pulse pulse;
  private final TokenBucket commands;
  private final HubThread hub;
  // Touched by the socket's own event loop only.
  private final Set<Target> targets = new LinkedHashSet<>();
  private volatile Identity identity;

  Session(
      String id,
      Identity identity,
      Wire wire,
      Outbound outbound,
      Pulse pulse,
      TokenBucket commands,
      HubThread hub) {
    this.id = id;
    this.identity = identity;
    this.wire = wire;
    this.outbound = outbound;
    this.pulse = pulse;
    this.commands = commands;
    this.hub = hub;
  }

  void open(long heartbeatMs) {
    send(new Reply.Welcome(id, heartbeatMs, identity.expiresAt().toEpochMilli()));
    hub.run(h -> h.join(this));
  }

  /** Has something done in the hub, after all that this client asked for before. */
  void onHub(Consumer<Hub> task) {
    hub.run(task);
  }

  Identity identity() {
    return identity;
  }

  void renew(Identity renewed) {
    identity = renewed;
  }

  Set<Target> targets() {
    return targets;
  }

  boolean mayCommand() {
    return commands.tryTake();
  }

  void send(Reply reply) {
    deliver(REPLIES.write(reply));
  }

  @Override
  public void deliver(String text) {
    if (!outbound.send(text)) {
      close(CloseCode.TOO_SLOW);
    }
  }

  @Override
  public void resync(String channel, Position at) {
    send(new Reply.Resync(channel, new Since(at.epoch(), at.offset())));
  }

  @Override
  public void degraded(boolean on) {
    send(new Reply.Degraded(on));
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

  /** Does what is due at this time. */
  void tick(long now) {
    if (now >= identity.expiresAt().toEpochMilli()) {
      close(CloseCode.TOKEN_EXPIRED);
      return;
    }
    switch (pulse.at(now)) {
      case PING -> wire.ping(pulse.ping());
      case NO_PONG -> close(CloseCode.NO_PONG);
      case NOTHING -> {}
    }
  }

  void close(CloseCode code) {
    if (outbound.close(code)) {
      hub.run(h -> h.leave(this));
    }
  }

  /** The socket is gone; the code it was closed with from here, if it was. */
  @Nullable CloseCode gone() {
    hub.run(h -> h.leave(this));
    return outbound.gone();
  }
}
