package io.kucun.inventory.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A link to Redis")
class RedisLinkTest {

  /** Takes connections, never says a word, and counts those that the other side has closed. */
  private static final class SilentServer implements AutoCloseable {
    final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();

    SilentServer() throws IOException {
      Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
      while (!socket.isClosed()) {
        try {
          Socket client = socket.accept();
          taken.incrementAndGet();
          Thread.ofVirtual().start(() -> drain(client));
        } catch (SocketException e) {
          return;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    private void drain(Socket client) {
      try (client) {
        client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        // A reset is an end as well.
      }
      closed.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  @DisplayName("gives up a server that does not answer, and leaves no connection behind")
  void silent() throws IOException {
    Vertx vertx = Vertx.vertx();
    List<String> reasons = new CopyOnWriteArrayList<>();
    try (SilentServer server = new SilentServer()) {
      String url = "redis://127.0.0.1:" + server.socket.getLocalPort();
      RedisLink link =
          new RedisLink(
              vertx, Runnable::run, () -> Redis.createClient(vertx, url), new Recorder(reasons));
      link.connect();
      Eventually.holds(() -> assertThat(reasons).hasSizeGreaterThanOrEqualTo(2));
      assertThat(reasons).containsOnly("no answer within 2 s");
      assertThat(link.session()).isNull();
      link.close();
      Eventually.holds(
          () -> assertThat(server.closed.get()).isPositive().isEqualTo(server.taken.get()));
    } finally {
      vertx.closeAndAwait();
    }
  }
}
