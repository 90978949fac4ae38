package io.kucun.local.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between one replica and PostgreSQL. While it is silent nothing passes, as in a network
 * that is cut: no connection ends, and what was sent arrives when it is over. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int POLL_NANOS = 1_000_000;

  private final Door door = new Door(this::connect);
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  /** Before whatever listens on that port. */
  public TcpProxy(int target) {
    this.target = target;
    door.open();
  }

  /** Where it listens. */
  public int port() {
    return door.port();
  }

  /** Whether the network is cut. */
  public void silent(boolean now) {
    silent = now;
  }

  private void connect(Socket client) {
    sockets.add(client);
    awaitSound(client);
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
      sockets.add(upstream);
      client.setTcpNoDelay(true);
      upstream.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> pump(upstream, client));
      pump(client, upstream);
      sockets.remove(upstream);
    } catch (IOException e) {
      Sockets.close(client);
    }
    sockets.remove(client);
  }

  /** The end of one side is the end of the other. */
  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 15];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitSound(from);
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      return;
    } finally {
      awaitSound(from);
      Sockets.close(from);
      Sockets.close(to);
    }
  }

  private void awaitSound(Socket socket) {
    while (silent && !socket.isClosed()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  @Override
  public void close() {
    door.close();
    sockets.forEach(Sockets::close);
  }
}
