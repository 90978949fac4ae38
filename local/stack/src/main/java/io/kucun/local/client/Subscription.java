package io.kucun.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Some channels, for as long as wanted: reconnects with back-off, resumes where it was, renews its
 * token.
 */
public final class Subscription implements Runnable, AutoCloseable {
  private static final Duration TOKENS_TICK = Duration.ofSeconds(1);
  private static final int EXPIRED = 4401;
  private static final List<Integer> TERMINAL = List.of(4400, 4403, 4413);

  private final URI uri;
  private final Tokens tokens;
  private final List<String> channels;
  private final Positions positions;
  private final FrameListener listener;
  private final Backoff backoff = new Backoff(java.util.random.RandomGenerator.getDefault());
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Connection connection;

  /**
   * Nothing happens until it is run.
   *
   * @param gatewayUrl the public address of the gateway
   * @param since where to start; a channel that is not in it starts with what comes next
   */
  public Subscription(
      String gatewayUrl,
      Tokens tokens,
      List<String> channels,
      Map<String, Position> since,
      FrameListener listener) {
    this.uri = URI.create(gatewayUrl.replaceFirst("^http", "ws") + "/ws");
    this.tokens = tokens;
    this.channels = List.copyOf(channels);
    this.positions = new Positions(since);
    this.listener = listener;
  }

  /** Stays connected until closed; a refusal for good is a {@link ClientException}. */
  @Override
  public void run() {
    while (!isClosed()) {
      long begin = System.nanoTime();
      boolean atOnce = session();
      Duration lasted = Duration.ofNanos(System.nanoTime() - begin);
      Duration pause = backoff.next(lasted);
      if (!isClosed() && !atOnce) {
        listener.notice("reconnecting in " + pause.toMillis() + " ms");
        sleep(pause);
      }
    }
  }

  /** True if the next attempt needs no pause. */
  private boolean session() {
    try {
      Connection opened =
          Connection.open(
              uri, Map.of("Authorization", "Bearer " + tokens.current()), this::receive);
      connection = opened;
      if (isClosed()) {
        opened.close();
      }
      opened.send(subscribe().toString());
      Connection.End end = opened.end().join();
      return ended(end);
    } catch (RefusedException e) {
      if (!e.isPassing()) {
        throw new ClientException("The gateway refused: HTTP " + e.status(), e);
      }
      listener.notice("the gateway " + e.getMessage());
    } catch (IOException e) {
      listener.notice(String.valueOf(e.getMessage()));
    }
    return false;
  }

  private boolean ended(Connection.End end) {
    connection = null;
    if (isClosed()) {
      return true;
    }
    listener.notice("closed with " + end.code() + " " + end.reason());
    if (TERMINAL.contains(end.code())) {
      throw new ClientException("The gateway closed for good: " + end.code() + " " + end.reason());
    }
    if (end.code() == EXPIRED) {
      // After a disconnection a token of the same second is refused like those before it.
      sleep(TOKENS_TICK);
      tokens.fresh();
      return true;
    }
    return false;
  }

  private ObjectNode subscribe() {
    ObjectNode command = Json.object().put("type", "subscribe").put("id", 1);
    var names = command.putArray("channels");
    channels.forEach(names::add);
    ObjectNode since = positions.since(channels);
    if (!since.isEmpty()) {
      command.set("since", since);
    }
    return command;
  }

  private void receive(String text) {
    JsonNode frame = Json.parse(text);
    listener.frame(text, frame);
    positions.learn(frame);
    if (frame.path("type").asText().equals("auth_expiring")) {
      renew();
    }
  }

  private void renew() {
    Connection open = connection;
    if (open != null) {
      open.send(Json.object().put("type", "auth").put("token", tokens.fresh()).toString());
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void sleep(Duration pause) {
    try {
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  /** Ends the run. */
  @Override
  public void close() {
    closed.countDown();
    Connection open = connection;
    if (open != null) {
      open.close();
    }
  }
}
