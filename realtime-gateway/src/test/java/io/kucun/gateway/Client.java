package io.kucun.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that keeps what it is sent. */
final class Client implements AutoCloseable, WebSocket.Listener {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().sslContext(TestTls.CONTEXT).build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> positions = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final @Nullable Consumer<String> listener;
  private final WebSocket socket;

  private Client(URI uri, @Nullable String bearer, @Nullable String origin) {
    this(uri, bearer, origin, null);
  }

  private Client(
      URI uri,
      @Nullable String bearer,
      @Nullable String origin,
      @Nullable Consumer<String> listener) {
    this.listener = listener;
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (bearer != null) {
      builder.header("Authorization", "Bearer " + bearer);
    }
    if (origin != null) {
      builder.header("Origin", origin);
    }
    socket = builder.buildAsync(uri, this).join();
  }

  private static URI socket(URI base, String path) {
    return URI.create(
        (TestTls.is(base) ? "wss://" : "ws://") + base.getHost() + ":" + base.getPort() + path);
  }

  static Client withBearer(URI base, String token) {
    return new Client(socket(base, "/ws"), token, null);
  }

  static Client withTicket(URI base, String ticket, @Nullable String origin) {
    return new Client(socket(base, "/ws?ticket=" + ticket), null, origin);
  }

  /** Connects; every frame goes to the listener as it comes, one after the other. */
  static Client listening(URI base, String token, Consumer<String> listener) {
    return new Client(socket(base, "/ws"), token, null, listener);
  }

  /** Connects and waits for the welcome. */
  static Client welcomed(URI base, String token) {
    Client client = withBearer(base, token);
    client.next("welcome");
    return client;
  }

  Client send(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** Sends a text in several frames. */
  Client sendInParts(String... parts) {
    for (int i = 0; i < parts.length; i++) {
      socket.sendText(parts[i], i == parts.length - 1).join();
    }
    return this;
  }

  /** Sends unless the socket is closed already. */
  void trySend(String text) {
    socket.sendText(text, true).exceptionally(closedMeanwhile -> socket).join();
  }

  boolean isClosed() {
    return closed.isDone();
  }

  Client sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  /** The next frame, whatever it is, but for positions. */
  String next() {
    return next(frames);
  }

  /** The next frame that tells positions. */
  String nextPosition() {
    return next(positions);
  }

  private String next(BlockingQueue<String> queue) {
    try {
      String frame = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (frame == null) {
        throw new AssertionError("no frame came; closed: " + closed);
      }
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next frame, which must be of this type. */
  String next(String type) {
    String frame = next();
    if (!frame.contains("\"type\":\"" + type + "\"")) {
      throw new AssertionError("expected " + type + ", got " + frame);
    }
    return frame;
  }

  /** Proves that nothing else came before: sends a ping, and the answer must be the next frame. */
  Client nothingElse() {
    send("{\"type\":\"ping\"}").next("pong");
    return this;
  }

  int closeCode() {
    return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** Positions come with the heartbeat, at any moment. */
  private void take(String frame) {
    if (listener != null) {
      listener.accept(frame);
      return;
    }
    (frame.startsWith("{\"type\":\"position\"") ? positions : frames).add(frame);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      take(partial.toString());
      partial.setLength(0);
    }
    ws.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket ws, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket ws, Throwable error) {
    closed.complete(1006);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
