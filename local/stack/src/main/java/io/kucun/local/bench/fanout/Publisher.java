package io.kucun.local.bench.fanout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Publishes the messages of one server's channel, each when it is due. One thread. */
final class Publisher implements AutoCloseable {
  private static final int ANSWERS = 1 << 16;

  private final Target target;
  private final Departures departures = new Departures();
  private final Socket redis;
  private final OutputStream out;
  private final InputStream in;
  private final byte[] answers = new byte[ANSWERS];
  private final Burst single;
  private long next;

  /** Begins with this offset. */
  Publisher(int redisPort, Target target, long first) {
    this.target = target;
    this.next = first;
    this.single = new Burst(target, 1);
    try {
      redis = new Socket(InetAddress.getLoopbackAddress(), redisPort);
      redis.setTcpNoDelay(true);
      out = redis.getOutputStream();
      in = redis.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Departures departures() {
    return departures;
  }

  /** The offset of the message that is published next. */
  long next() {
    return next;
  }

  /** Publishes one message now. */
  void one() {
    send(single);
  }

  /** Publishes for so long; says how late that was, in all. */
  Latencies run(Load load, Duration time) {
    Burst burst = new Burst(target, load.burst());
    Latencies lateness = new Latencies();
    long start = System.nanoTime();
    int bursts = load.bursts(time);
    for (int i = 0; i < bursts; i++) {
      long due = start + i * load.intervalNanos();
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      lateness.add(System.nanoTime() - due);
      send(burst);
    }
    return lateness;
  }

  private void send(Burst burst) {
    byte[] bytes = burst.from(next, System.currentTimeMillis());
    long now = System.nanoTime();
    for (int i = 0; i < burst.size(); i++) {
      departures.note(next + i, now);
    }
    next += burst.size();
    try {
      out.write(bytes);
      while (in.available() > 0) {
        if (in.read(answers) < 0) {
          throw new IOException("Redis has closed the connection");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      redis.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
