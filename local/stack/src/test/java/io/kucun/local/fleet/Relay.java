package io.kucun.local.fleet;

import io.kucun.local.client.Resp;
import io.kucun.local.rig.Sockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Publishes events by the script of inventory-api, and enters each in the ledger. Thread-safe. */
final class Relay implements AutoCloseable {
  private static final Path SCRIPT =
      Path.of(
          System.getProperty("kucun.root", "../.."),
          "inventory-api/src/main/resources/redis/publish.lua");
  private static final String LONGEST_LOG = "10000";

  private final Resp redis;
  private final String script;
  private final Ledger ledger;
  private final Map<String, Long> offsets = new HashMap<>();

  /** Nothing is published yet. */
  Relay(int port, Ledger ledger) {
    this.ledger = ledger;
    try {
      script = Files.readString(SCRIPT);
      redis = Resp.open("redis://127.0.0.1:" + port);
      for (String channel : new String[] {"products", "inventory", "orders"}) {
        redis.call("SET", "kucun:pos:" + channel, Event.EPOCH + ":0");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Event publish(String channel, String key) {
    return publish(channel, key, "");
  }

  synchronized Event publish(String channel, String key, String owner) {
    long offset = offsets.merge(channel, 1L, Long::sum);
    Event event = Event.of(channel, key, owner, offset);
    ledger.enter(event);
    try {
      Object refused =
          redis.call(
              "EVAL",
              script,
              "2",
              "kucun:log:" + channel,
              "kucun:pos:" + channel,
              Event.EPOCH + ":" + (offset - 1),
              Event.EPOCH + ":" + offset,
              offset + "-0",
              event.text(),
              LONGEST_LOG,
              "kucun:events:" + channel);
      if (refused != null) {
        throw new AssertionError("somebody else publishes on " + channel);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return event;
  }

  @Override
  public void close() {
    Sockets.close(redis);
  }
}
