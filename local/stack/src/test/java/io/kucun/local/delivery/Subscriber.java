package io.kucun.local.delivery;

import io.kucun.local.client.Resp;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.Sockets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Hears all events, connects again whenever Redis went away, and notes what came when. */
final class Subscriber implements AutoCloseable {
  private static final int PAUSE_NANOS = 20_000_000;

  private final String url;
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> newest = new ConcurrentHashMap<>();
  private volatile @Nullable Resp connection;
  private final AtomicInteger links = new AtomicInteger();
  private volatile boolean closed;

  /** Returns when it listens. */
  Subscriber(int port) {
    this.url = "redis://127.0.0.1:" + port;
    Thread.ofVirtual().start(this::follow);
    Await.until("subscribed", Duration.ofSeconds(20), () -> links.get() > 0);
  }

  private void follow() {
    while (!closed) {
      try (Resp redis = Resp.open(url)) {
        connection = redis;
        redis.call("PSUBSCRIBE", "kucun:events:*");
        links.incrementAndGet();
        while (!closed) {
          note(redis.next());
        }
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE_NANOS); // Redis is away.
      }
    }
  }

  private void note(@Nullable Object message) {
    if (message instanceof List<?> parts && parts.getLast() instanceof byte[] text) {
      Envelope event = Envelope.of(new String(text, StandardCharsets.UTF_8));
      heard.add(new Heard(links.get(), event));
      newest.merge(event.channel(), event.offset(), Math::max);
    }
  }

  /** How often it had to connect. */
  int links() {
    return links.get();
  }

  long newest(String channel) {
    return newest.getOrDefault(channel, 0L);
  }

  List<Heard> heard() {
    return new ArrayList<>(heard);
  }

  @Override
  public void close() {
    closed = true;
    Sockets.close(connection);
  }
}
