package io.kucun.local.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A port of this machine whose connections are handled each on a thread of its own. */
final class Door implements AutoCloseable {
  private final ServerSocket server;
  private final Consumer<Socket> handler;

  Door(Consumer<Socket> handler) {
    this.handler = handler;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** Lets connections in, until it is closed. */
  void open() {
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> handler.accept(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    Sockets.close(server);
  }
}
