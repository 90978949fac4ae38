package io.kucun.gateway;

import java.net.URI;
import java.util.function.Consumer;

/** The gateway that is tested, by real sockets. */
record SocketDoor(URI base) implements Door {

  @Override
  public Line enter(String user, String role, Consumer<String> frames) {
    Client client = Client.listening(base, Tokens.of(user, role), frames);
    return new Line() {
      @Override
      public void send(String command) {
        client.trySend(command);
      }

      @Override
      public boolean isClosed() {
        return client.isClosed();
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }
}
