package io.kucun.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One WebSocket to the gateway, from the upgrade to the close. */
public final class Connection implements WebSocket.Listener {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private static final int GONE = 1006;

  private final Consumer<String> texts;
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private @Nullable WebSocket socket;

  private Connection(Consumer<String> texts) {
    this.texts = texts;
  }

  /**
   * Opens one.
   *
   * @param headers of the upgrade, such as {@code Authorization} or {@code Origin}
   * @param texts told of each whole text message, one at a time
   * @throws RefusedException with the status, when the upgrade is refused
   */
  public static Connection open(URI uri, Map<String, String> headers, Consumer<String> texts)
      throws IOException {
    Connection connection = new Connection(texts);
    WebSocket.Builder builder = Http.CLIENT.newWebSocketBuilder().connectTimeout(CONNECT_LIMIT);
    headers.forEach(builder::header);
    try {
      connection.socket = builder.buildAsync(uri, connection).join();
      return connection;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refusal) {
        HttpResponse<?> response = refusal.getResponse();
        throw new RefusedException(response == null ? 0 : response.statusCode());
      }
      throw new IOException("cannot connect to " + uri.getHost() + ":" + uri.getPort(), e);
    }
  }

  /** Sends a text message; calls must not overlap. One that cannot be sent is the end of it. */
  public void send(String text) {
    WebSocket open = socket;
    if (open == null) {
      return;
    }
    try {
      open.sendText(text, true).join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof IOException lost)) {
        throw e;
      }
      end.complete(new End(GONE, String.valueOf(lost.getMessage())));
    }
  }

  /** Completes when the connection is gone. */
  public CompletableFuture<End> end() {
    return end;
  }

  /** Closes it in order. */
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      open.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(2, TimeUnit.SECONDS);
      end.completeOnTimeout(new End(WebSocket.NORMAL_CLOSURE, ""), 2, TimeUnit.SECONDS);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      texts.accept(text);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end.complete(new End(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end.complete(new End(GONE, String.valueOf(error.getMessage())));
  }

  /**
   * How a connection ended.
   *
   * @param code the close code; 1006 if there was none
   */
  public record End(int code, String reason) {}
}
