package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.OwnRedis;
import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSubscriber;
import io.kucun.inventory.redis.TestLinks;
import io.kucun.inventory.testing.Eventually;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a subscriber of the channels hears, in order. */
final class Heard implements AutoCloseable {
  private static final String END = "end ";

  private final OwnRedis redis;
  private final RedisLinks links;
  private final Map<String, List<String>> messages = new ConcurrentHashMap<>();
  private final AtomicInteger ends = new AtomicInteger();

  Heard(Vertx vertx, OwnRedis redis) {
    this.redis = redis;
    this.links = TestLinks.open(vertx, 1, redis.url());
    for (Channel channel : Channel.values()) {
      messages.put(channel.wire(), new CopyOnWriteArrayList<>());
      links.subscribe(redisChannel(channel.wire()), new Ear(channel.wire()));
    }
    again();
  }

  /** Returns when every channel is heard, for the first time or again. */
  void again() {
    for (Channel channel : Channel.values()) {
      List<String> all = heard(channel.wire());
      int before = all.size();
      Eventually.holds(() -> {
        redis.send(Command.PUBLISH, redisChannel(channel.wire()), END);
        assertThat(all).hasSizeGreaterThan(before);
      });
    }
  }

  /** All envelopes of a channel that were published before this call. */
  List<String> of(String channel) {
    String end = END + ends.incrementAndGet();
    List<String> all = heard(channel);
    redis.send(Command.PUBLISH, redisChannel(channel), end);
    Eventually.holds(() -> assertThat(all).contains(end));
    return all.stream().filter(message -> message.startsWith("{")).toList();
  }

  private List<String> heard(String channel) {
    return Objects.requireNonNull(messages.get(channel));
  }

  private static String redisChannel(String channel) {
    return "kucun:events:" + channel;
  }

  private final class Ear implements RedisSubscriber {
    private final String channel;

    Ear(String channel) {
      this.channel = channel;
    }

    @Override
    public void message(String payload) {
      heard(channel).add(payload);
    }

    @Override
    public void subscribed() {
      // A message says as much, and that it is heard.
    }
  }

  @Override
  public void close() {
    TestLinks.close(links);
  }
}
