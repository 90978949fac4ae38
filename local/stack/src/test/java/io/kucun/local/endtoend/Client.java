package io.kucun.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Connection;
import io.kucun.local.client.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A WebSocket client that keeps what it gets. */
final class Client implements AutoCloseable {
  private static final int LIMIT_SECONDS = 10;

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final Connection connection;

  private Client(URI uri, Map<String, String> headers) throws IOException {
    this.connection = Connection.open(uri, headers, text -> frames.add(Json.parse(text)));
  }

  static Client open(Stack stack, String query, Map<String, String> headers) throws IOException {
    String base = stack.settings().gatewayUrl().replaceFirst("^http", "ws");
    return new Client(URI.create(base + "/ws" + query), headers);
  }

  static Client of(Stack stack, String user) throws IOException {
    return open(stack, "", Map.of("Authorization", "Bearer " + stack.tokens(user).current()));
  }

  /** Sends a frame. */
  Client send(String frame) {
    connection.send(frame);
    return this;
  }

  /** Subscribes and gives the answer for that channel. */
  JsonNode subscribe(String channel) throws InterruptedException {
    send(Json.object().put("type", "subscribe").put("channel", channel).toString());
    return next(frame -> frame.path("type").asText().equals("subscribed"))
        .path("channels")
        .path(channel);
  }

  /** The next frame of that kind; the others before it are dropped. */
  JsonNode next(Predicate<JsonNode> wanted) throws InterruptedException {
    List<JsonNode> others = new ArrayList<>();
    while (true) {
      JsonNode frame = frames.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no such frame within " + LIMIT_SECONDS + " s, but " + others);
      }
      if (wanted.test(frame)) {
        return frame;
      }
      others.add(frame);
    }
  }

  /** The next frame with an event. */
  JsonNode nextEvent() throws InterruptedException {
    return next(frame -> frame.has("data"));
  }

  @Override
  public void close() {
    connection.close();
  }
}
