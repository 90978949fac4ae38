package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;

/**
 * A socket of Quarkus WebSockets Next. What fails to be sent is not reported: the socket then
 * closes anyway.
 */
final class QuarkusWire implements Wire {

  private final WebSocketConnection connection;

  QuarkusWire(WebSocketConnection connection) {
    this.connection = connection;
  }

  @Override
  public void send(String text, Runnable done) {
    connection.sendText(text).subscribe().with(sent -> done.run(), failure -> done.run());
  }

  @Override
  public void ping(long number) {
    connection
        .sendPing(Buffer.buffer().appendLong(number))
        .subscribe()
        .with(sent -> {}, failure -> {});
  }

  @Override
  public void close(CloseCode code) {
    if (connection.isOpen()) {
      connection
          .close(new CloseReason(code.code(), code.reason()))
          .subscribe()
          .with(closed -> {}, failure -> {});
    }
  }
}
