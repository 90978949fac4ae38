package io.kucun.gateway.session.wire;

import io.kucun.gateway.protocol.CloseCode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * A socket of Quarkus WebSockets Next. What fails to be sent is not reported: the socket then
 * closes anyway.
 */
final class QuarkusSocket {

  private final WebSocketConnection connection;

  QuarkusSocket(WebSocketConnection connection) {
    this.connection = connection;
  }

  Uni<Void> text(String text) {
    return connection.sendText(text);
  }

  void ping(long number) {
    connection
        .sendPing(Buffer.buffer().appendLong(number))
        .subscribe()
        .with(sent -> {}, failure -> {});
  }

  void close(CloseCode code) {
    if (connection.isOpen()) {
      connection
          .close(new CloseReason(code.code(), code.reason()))
          .subscribe()
          .with(closed -> {}, failure -> {});
    }
  }
}
