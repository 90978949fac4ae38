package io.kucun.local.bench;

import io.kucun.local.client.ClientException;
import io.kucun.local.client.Resp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber of the stock's events that notes when each arrives. It looks for the ledger's row in
 * the text, which costs next to nothing.
 */
final class Arrivals implements AutoCloseable {
  private static final String MOVEMENT = "\"movementId\":\"";
  private static final int ID_LENGTH = 36;

  private final Resp redis;
  private final Map<String, Long> micros = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /** Listens at once. */
  Arrivals(int port) throws IOException {
    redis = Resp.open("redis://127.0.0.1:" + port);
    redis.call("SUBSCRIBE", "kucun:events:inventory");
    Thread.ofPlatform().daemon().start(this::follow);
  }

  /** Microseconds since 1970, by this machine's clock. */
  static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  private void follow() {
    try {
      while (true) {
        note(redis.next());
      }
    } catch (IOException e) {
      return; // Closed.
    }
  }

  private void note(@Nullable Object message) {
    long at = now();
    if (message instanceof java.util.List<?> parts && parts.getLast() instanceof byte[] bytes) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int found = text.indexOf(MOVEMENT);
      if (found >= 0) {
        int start = found + MOVEMENT.length();
        micros.put(text.substring(start, start + ID_LENGTH), at);
        last.set(at);
      }
    }
  }

  /** How many have arrived. */
  int count() {
    return micros.size();
  }

  /** When the latest came. */
  long last() {
    return last.get();
  }

  /** When the event of a row of the ledger came; null if it has not. */
  @Nullable Long of(String movement) {
    return micros.get(movement);
  }

  void forget() {
    micros.clear();
  }

  @Override
  public void close() {
    try {
      redis.close();
    } catch (IOException e) {
      throw new ClientException("cannot leave Redis", e);
    }
  }
}
