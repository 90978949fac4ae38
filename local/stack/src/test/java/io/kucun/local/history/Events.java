package io.kucun.local.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.RedisRequests;
import io.kucun.local.rig.RedisRequests.Request;
import io.kucun.local.rig.Sockets;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows the events in Redis, again and again, and records each as it is delivered: whoever reads
 * afterwards has to see it, whatever became of the answer to the write.
 */
final class Events implements AutoCloseable {
  /** Lines of the confirmations of two channels. */
  private static final int CONFIRMATIONS = 12;

  private static final int LONGEST_EVENT = 1 << 16;
  private static final int PAUSE_NANOS = 50_000_000;

  private final Session session;
  private volatile @Nullable Socket socket;
  private volatile boolean subscribed;
  private volatile boolean closed;

  /** Returns when it hears them. */
  Events(Session session) {
    this.session = session;
    Thread.ofVirtual().start(this::follow);
    Await.until("subscribed", Duration.ofSeconds(20), () -> subscribed);
  }

  private void follow() {
    while (!closed) {
      try (Socket open =
          new Socket(InetAddress.getLoopbackAddress(), session.rig().redis().port())) {
        socket = open;
        listen(open);
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE_NANOS); // Redis is away, or has killed this connection.
      }
    }
  }

  private void listen(Socket open) throws IOException {
    open.getOutputStream()
        .write(
            "SUBSCRIBE kucun:events:products kucun:events:inventory\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    InputStream in = new BufferedInputStream(open.getInputStream());
    for (int lines = 0; lines < CONFIRMATIONS; ) {
      lines += in.read() == '\n' ? 1 : 0;
      if (closed || open.isClosed()) {
        return;
      }
    }
    subscribed = true;
    RedisRequests messages = new RedisRequests(in, LONGEST_EVENT);
    for (Request next = messages.next(); next != null; next = messages.next()) {
      delivered(Json.parse(next.words().getLast()).path("data"), System.nanoTime());
    }
  }

  private void delivered(JsonNode data, long at) {
    Value value =
        data.has("after")
            ? new Value(
                Register.stock(data.path("productId").asText()),
                data.path("after").path("quantity").asLong())
            : new Value(Register.version(data.path("id").asText()), data.path("version").asLong());
    boolean crossing = data.has("threshold");
    if (!crossing && session.shelf().products().contains(value.register().product())) {
      session.history().acknowledged(value.register(), value.number(), at);
      session.tally().count(Tally.EVENTS);
    }
  }

  @Override
  public void close() {
    closed = true;
    Sockets.close(socket);
  }
}
