package io.kucun.local.rig;

import io.kucun.local.rig.RedisRequests.Request;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stands between one replica and Redis, so that faults between a commit and its invalidation need
 * nothing in the product. An end of one side is the end of the other. Thread-safe.
 */
public final class RedisProxy implements AutoCloseable {
  private static final int POLL_NANOS = 1_000_000;
  private static final int LONGEST_NAME = 64;
  private static final int LATE_NANOS = 20_000_000;

  private final Door door = new Door(this::connect);
  private final int redis;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicInteger held = new AtomicInteger();
  private volatile Mode mode = Mode.PASS;

  /** What happens to commands. */
  public enum Mode {
    /** Nothing. */
    PASS,
    /** Some are late, invalidations above all: what can race does. */
    JITTER,
    /** Invalidations wait, and all that follows them on their connection. */
    HOLD,
    /** Nothing passes in either direction, and nothing is lost: it arrives when this is over. */
    SILENT,
    /** Nobody can connect; who is connected stays so until {@link #cut}. */
    REFUSE,
    /** Invalidations are confirmed and have no effect: the cache as if it had no stamps. */
    LOSE,
    /** Invalidations are confirmed at once and take effect a little later. */
    LATE
  }

  /** Before the Redis on that port. */
  public RedisProxy(int redis) {
    this.redis = redis;
    door.open();
  }

  /** Its own address. */
  public String url() {
    return "redis://127.0.0.1:" + door.port();
  }

  /** Changes what happens from now on. */
  public void mode(Mode next) {
    mode = next;
  }

  /** How many invalidations wait. */
  public int held() {
    return held.get();
  }

  /** Cuts all connections; what waits never arrives. */
  public int cut() {
    int count = links.size();
    links.forEach(Link::close);
    return count;
  }

  private void connect(Socket client) {
    Socket upstream = null;
    try {
      awaitSound(client);
      if (mode == Mode.REFUSE) {
        throw new IOException("refused");
      }
      upstream = new Socket(InetAddress.getLoopbackAddress(), redis);
      client.setTcpNoDelay(true);
      upstream.setTcpNoDelay(true);
      Link link = new Link(client, upstream);
      links.add(link);
      Thread.ofVirtual().start(() -> link.run(link::replies));
      link.run(link::requests);
    } catch (IOException e) {
      Sockets.close(client);
      Sockets.close(upstream);
    }
  }

  private void awaitSound(Socket client) {
    while (mode == Mode.SILENT && !client.isClosed()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** On a connection of its own; its answer interests nobody. */
  private void later(Request request) {
    LockSupport.parkNanos(LATE_NANOS);
    try (Socket aside = new Socket(InetAddress.getLoopbackAddress(), redis)) {
      aside.getOutputStream().write(request.bytes());
      aside.getInputStream().read();
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    door.close();
    cut();
  }

  /** One direction of a link. */
  private interface Pump {
    void run() throws IOException;
  }

  /** A connection through the proxy. */
  private final class Link {
    private final Socket client;
    private final Socket upstream;

    Link(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void run(Pump pump) {
      try {
        pump.run();
      } catch (IOException e) {
        return;
      } finally {
        close();
      }
    }

    void requests() throws IOException {
      InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 14);
      OutputStream out = new BufferedOutputStream(upstream.getOutputStream(), 1 << 14);
      RedisRequests requests = new RedisRequests(in, LONGEST_NAME);
      for (Request next = requests.next(); next != null; next = requests.next()) {
        awaitSound(client);
        byte[] sent = interfered(next, out);
        if (sent == null) {
          return;
        }
        out.write(sent);
        if (in.available() == 0) {
          out.flush();
        }
      }
    }

    /** What is sent on; null if the link has ended meanwhile. */
    private byte @Nullable [] interfered(Request request, OutputStream out) throws IOException {
      Mode now = mode;
      if (now == Mode.JITTER && (request.isBump() || request.isScript())) {
        out.flush();
        linger(request.isBump() ? 0.3 : 0.05, 8_000_000);
      }
      if (!request.isBump()) {
        return request.bytes();
      }
      if (now == Mode.HOLD) {
        out.flush();
        return hold() ? request.bytes() : null;
      }
      if (now == Mode.LATE) {
        Thread.ofVirtual().start(() -> later(request));
      }
      return now == Mode.LOSE || now == Mode.LATE ? request.diverted() : request.bytes();
    }

    private boolean hold() {
      held.incrementAndGet();
      while (mode == Mode.HOLD && !client.isClosed()) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      held.decrementAndGet();
      return !client.isClosed();
    }

    void replies() throws IOException {
      InputStream in = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[1 << 15];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitSound(client);
        if (mode == Mode.JITTER) {
          linger(0.02, 5_000_000);
        }
        out.write(buffer, 0, n);
      }
    }

    private void linger(double share, int mostNanos) {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      if (random.nextDouble() < share) {
        LockSupport.parkNanos(random.nextInt(mostNanos));
      }
    }

    void close() {
      links.remove(this);
      Sockets.close(client);
      Sockets.close(upstream);
    }
  }
}
