package io.kucun.gateway;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.recovery.Committed;
import io.kucun.gateway.recovery.Truth;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes as the relay of events does: in order, each once, however often Redis goes away. Now
 * and then a message is lost on its way to all gateways.
 */
final class Relay implements AutoCloseable {

  private static final String STEP =
      """
      local at = redis.call('GET', KEYS[2])
      if at == ARGV[2] then return 0 end
      if at ~= ARGV[1] then return redis.error_reply('out of step, at ' .. tostring(at)) end
      redis.call('XADD', KEYS[1], 'MAXLEN', '~', '10000', ARGV[3], 'e', ARGV[4])
      redis.call('SET', KEYS[2], ARGV[2])
      if ARGV[5] == 'told' then redis.call('PUBLISH', KEYS[3], ARGV[4]) end
      return 1\
      """;

  private record Queued(String channel, Committed event, boolean lost) {}

  private final String redisUrl;
  private final Random random;
  private final int losesOneIn;
  private final Map<String, Truth> truths = new HashMap<>();
  private final Map<String, Position> last = new HashMap<>();
  private final Deque<Queued> queue = new ArrayDeque<>();
  private @Nullable Publisher publisher;
  private int toLose;
  int lost;

  Relay(String redisUrl, Random random, int losesOneIn) {
    this.redisUrl = redisUrl;
    this.random = random;
    this.losesOneIn = losesOneIn;
  }

  Truth truth(String channel) {
    return truths.computeIfAbsent(channel, c -> new Truth());
  }

  Position last(String channel) {
    return last.getOrDefault(channel, new Position("none", 0));
  }

  /** Starts a numbering; nothing may be queued. */
  Position begin(String channel) {
    Position start = new Position("e" + UUID.randomUUID().toString().substring(0, 8), 0);
    redis().command("DEL", "kucun:log:" + channel);
    redis().command("SET", "kucun:pos:" + channel, start.toString());
    last.put(channel, start);
    truth(channel).begin(start);
    return start;
  }

  void commit(String channel, String key, @Nullable String owner) {
    Position at = new Position(last(channel).epoch(), last(channel).offset() + 1);
    String text = Publisher.envelope(channel, at.epoch(), at.offset(), key, owner);
    Committed event = new Committed(at, key, owner, text);
    truth(channel).add(event);
    last.put(channel, at);
    boolean lose = toLose-- > 0 || random.nextInt(losesOneIn) == 0;
    toLose = Math.max(0, toLose);
    lost += lose ? 1 : 0;
    queue.add(new Queued(channel, event, lose));
  }

  /** So many of the next messages are lost. */
  void loseNext(int messages) {
    toLose = messages;
  }

  /** Publishes what is committed. Redis must be there, but may hang up. */
  void flush() {
    int failures = 0;
    while (!queue.isEmpty()) {
      try {
        publish(queue.element());
        queue.remove();
      } catch (UncheckedIOException hungUp) {
        close();
        if (++failures > 100) {
          throw hungUp;
        }
      }
    }
  }

  /** What is queued was published in a Redis that has lost it: only the position says so. */
  void skip() {
    List<String> channels = queue.stream().map(Queued::channel).distinct().toList();
    queue.clear();
    channels.forEach(channel -> refill(channel, 0));
  }

  private void publish(Queued next) {
    Position at = next.event.at();
    redis()
        .command(
            "EVAL",
            STEP,
            "3",
            "kucun:log:" + next.channel,
            "kucun:pos:" + next.channel,
            "kucun:events:" + next.channel,
            new Position(at.epoch(), at.offset() - 1).toString(),
            at.toString(),
            at.offset() + "-0",
            next.event.text(),
            next.lost ? "lost" : "told");
  }

  /** Publishes some of the newest events again; nothing may be queued. */
  void repeat(int events) {
    truths.forEach((channel, truth) -> {
      for (int i = Math.max(0, truth.size() - events); i < truth.size(); i++) {
        redis().command("PUBLISH", "kucun:events:" + channel, truth.get(i).text());
      }
    });
  }

  /** Fills a log anew and in silence with so many of the newest events, and sets its position. */
  void refill(String channel, int events) {
    redis().command("DEL", "kucun:log:" + channel, "kucun:pos:" + channel);
    Truth truth = truth(channel);
    int published =
        truth.size() - (int) queue.stream().filter(q -> q.channel.equals(channel)).count();
    Position end = new Position(last(channel).epoch(), 0);
    for (int i = Math.max(0, published - events); i < published; i++) {
      Committed event = truth.get(i);
      if (event.at().sameEpoch(end)) {
        String id = event.at().offset() + "-0";
        redis().command("XADD", "kucun:log:" + channel, id, "e", event.text());
      }
    }
    for (Committed event :
        published == 0 ? List.<Committed>of() : List.of(truth.get(published - 1))) {
      end = event.at().sameEpoch(end) ? event.at() : end;
    }
    redis().command("SET", "kucun:pos:" + channel, end.toString());
  }

  /** The connection, made again if it was lost. */
  Publisher redis() {
    Publisher current = publisher;
    if (current == null) {
      current = new Publisher(redisUrl);
      publisher = current;
    }
    return current;
  }

  /** Hangs up; the next that is asked for makes another connection. */
  @Override
  public void close() {
    if (publisher != null) {
      publisher.close();
      publisher = null;
    }
  }
}
