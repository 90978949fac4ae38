package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.session.entry.Admission;
import io.kucun.gateway.session.entry.Gate;
import io.kucun.gateway.session.entry.UpgradeCheck;
import io.kucun.gateway.session.limits.ConnectionLimits;
import io.kucun.gateway.session.wire.FrameCheck;
import io.kucun.gateway.session.wire.Wires;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /ws}: hands what happens on sockets to their sessions. */
@WebSocket(path = "/ws")
@Authenticated
@Singleton
public final class SocketEndpoint {

  private static final Logger LOG = Logger.getLogger(SocketEndpoint.class);
  private static final UserData.TypedKey<Session> SESSION =
      new UserData.TypedKey<>("kucun.session");

  private final SessionFactory factory;
  private final Sessions sessions;
  private final Commands commands;
  private final Disconnects disconnects;
  private final Gate gate;
  private final ConnectionLimits limits;
  private final Closes closes;

  SocketEndpoint(
      SessionFactory factory,
      Sessions sessions,
      Commands commands,
      Disconnects disconnects,
      Gate gate,
      ConnectionLimits limits,
      Closes closes) {
    this.factory = factory;
    this.sessions = sessions;
    this.commands = commands;
    this.disconnects = disconnects;
    this.gate = gate;
    this.limits = limits;
    this.closes = closes;
  }

  @OnOpen
  @NonBlocking
  void open(WebSocketConnection connection) {
    Admission admission = connection.userData().get(UpgradeCheck.KEY);
    if (admission == null) {
      Wires.close(connection, CloseCode.FORBIDDEN);
      return;
    }
    if (!limits.open(admission.lease())) {
      // It took so long that its place was given to another.
      Wires.close(connection, CloseCode.INTERNAL);
      return;
    }
    Session session = factory.open(connection, admission.identity());
    connection.userData().put(SESSION, session);
    FrameCheck.begin(
        connection.userData().get(UpgradeCheck.CHANNEL), session::close, session::idleFrame);
    UpgradeCheck.release(connection.userData());
    sessions.add(session);
    // Both are looked at after the socket can be found: whoever looks for sockets sees it, or it
    // sees what they look for.
    disconnects.check(session);
    if (gate.isDraining()) {
      session.close(CloseCode.DRAINING);
    }
  }

  @OnTextMessage
  Uni<Void> text(WebSocketConnection connection, String text) {
    Session session = session(connection);
    return session == null ? Uni.createFrom().voidItem() : commands.handle(session, text);
  }

  @OnBinaryMessage
  @NonBlocking
  void binary(WebSocketConnection connection, Buffer ignored) {
    close(connection, CloseCode.BAD_REQUEST);
  }

  /** The answer is sent by Vert.x. */
  @OnPingMessage
  @NonBlocking
  void ping(WebSocketConnection connection, Buffer ignored) {
    Session session = session(connection);
    if (session != null) {
      session.idleFrame();
    }
  }

  @OnPongMessage
  @NonBlocking
  void pong(WebSocketConnection connection, Buffer payload) {
    Session session = session(connection);
    if (session != null) {
      session.pong(payload.length() == Long.BYTES ? payload.getLong(0) : -1);
    }
  }

  @OnError
  @NonBlocking
  void error(WebSocketConnection connection, Throwable failure) {
    if (failure instanceof CorruptedWebSocketFrameException) {
      close(connection, CloseCode.BAD_REQUEST);
    } else if (isOversized(failure)) {
      close(connection, CloseCode.TOO_BIG);
    } else if (connection.isOpen()) {
      LOG.error("A socket failed unexpectedly", failure);
      close(connection, CloseCode.INTERNAL);
    }
  }

  /** How Vert.x reports a message that grew beyond its bound, frame by frame. */
  private static boolean isOversized(Throwable failure) {
    return failure instanceof IllegalStateException
        && String.valueOf(failure.getMessage()).contains("max message size");
  }

  @OnClose
  @NonBlocking
  void close(WebSocketConnection connection, CloseReason reason) {
    Session session = session(connection);
    CloseCode ours = null;
    if (session != null) {
      ours = session.gone();
      sessions.remove(session);
    }
    Admission admission = connection.userData().get(UpgradeCheck.KEY);
    if (admission != null) {
      limits.release(admission.lease());
    }
    closes.count(ours == null ? reason.getCode() : ours.code());
  }

  private static void close(WebSocketConnection connection, CloseCode code) {
    Session session = session(connection);
    if (session != null) {
      session.close(code);
    }
  }

  private static @Nullable Session session(WebSocketConnection connection) {
    return connection.userData().get(SESSION);
  }
}
