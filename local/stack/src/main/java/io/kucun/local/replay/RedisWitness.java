package io.kucun.local.replay;

import io.kucun.local.client.ClientException;
import io.kucun.local.client.Json;
import io.kucun.local.client.Resp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the event logs in Redis while they grow: they are bounded, so later may be too late. */
final class RedisWitness implements Runnable, AutoCloseable {
  private static final String BATCH = "500";
  private static final String WAIT_MILLIS = "200";

  private final Resp redis;
  private final String prefix;
  private final Map<String, String> lastIds = new HashMap<>();
  private final Witness witness = new Witness();
  private volatile boolean closed;
  private volatile String trouble = "";

  RedisWitness(String url, String namespace, Snapshot start) {
    this.prefix = namespace + ":log:";
    for (String channel : Channels.ALL) {
      lastIds.put(channel, start.offset(channel) + "-0");
    }
    try {
      this.redis = Resp.open(url);
    } catch (IOException e) {
      throw new ClientException("cannot read Redis for the checks: " + e.getMessage(), e);
    }
  }

  Witness witness() {
    return witness;
  }

  /** What went wrong; empty if nothing did. */
  String trouble() {
    return trouble;
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        read();
      }
    } catch (IOException e) {
      if (!closed) {
        trouble = String.valueOf(e.getMessage());
      }
    }
  }

  private void read() throws IOException {
    List<String> command =
        new ArrayList<>(List.of("XREAD", "COUNT", BATCH, "BLOCK", WAIT_MILLIS, "STREAMS"));
    Channels.ALL.forEach(channel -> command.add(prefix + channel));
    Channels.ALL.forEach(channel -> command.add(String.valueOf(lastIds.get(channel))));
    Object reply = redis.call(command.toArray(String[]::new));
    for (Object stream : list(reply)) {
      List<?> nameAndEntries = list(stream);
      String channel = text(nameAndEntries.getFirst()).substring(prefix.length());
      for (Object entry : list(nameAndEntries.get(1))) {
        take(channel, list(entry));
      }
    }
  }

  private void take(String channel, List<?> entry) {
    String id = text(entry.getFirst());
    String envelope = text(list(entry.get(1)).get(1));
    lastIds.put(channel, id);
    witness.saw(channel, Seen.envelope(envelope, Json.parse(envelope)));
  }

  private static List<?> list(@Nullable Object reply) {
    return reply instanceof List<?> list ? list : List.of();
  }

  private static String text(@Nullable Object reply) {
    return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
  }

  @Override
  public void close() {
    closed = true;
    try {
      redis.close();
    } catch (IOException e) {
      trouble = String.valueOf(e.getMessage());
    }
  }
}
