package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.EnvelopeReader;
import io.kucun.gateway.envelope.InvalidEnvelopeException;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Archive;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The channels' logs and positions in Redis, read by ordinary commands. */
public final class RedisLog implements LogReader, Archive {

  private static final Logger LOG = Logger.getLogger(RedisLog.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** However many pieces: about as long as clients wait for it. */
  private static final Duration PATIENCE_FOR_ALL = Duration.ofSeconds(8);

  private static final Duration FIRST_RETRY = Duration.ofMillis(20);
  private static final int RETRIES = 3;

  private final Primary redis;
  private final String namespace;
  private final int maxEvents;
  private final long maxBytes;
  private final Executor hubThread;
  private final EnvelopeReader envelopes = new EnvelopeReader();

  /**
   * Reads nothing yet.
   *
   * @param namespace the first part of every Redis key
   * @param maxEvents most events read from the end of a log
   * @param maxBytes bytes of events after which no further piece is read from there
   * @param hubThread where answers are given
   */
  public RedisLog(Redis redis, String namespace, int maxEvents, long maxBytes, Executor hubThread) {
    this.redis = new Primary(redis);
    this.namespace = namespace;
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
    this.hubThread = hubThread;
  }

  @Override
  public Uni<Tail> tail(String channel, @Nullable Position after) {
    LogEnd end = new LogEnd(maxEvents, maxBytes);
    String first = after == null ? "-" : "(" + after.offset() + "-0";
    return ask(
            Request.cmd(Command.GET).arg(positionKey(channel)),
            newestFirst(channel, end.before(), first, end.ask()))
        .flatMap(replies -> {
          end.add(events(channel, replies.get(1)));
          Position position = position(replies.get(0));
          return readOn(channel, end, first).map(all -> all.tail(position));
        })
        .ifNoItem()
        .after(PATIENCE_FOR_ALL)
        .failWith(() -> late(PATIENCE_FOR_ALL))
        .emitOn(hubThread);
  }

  /** Events may be large: so they are read piece by piece, until there are enough. */
  private Uni<LogEnd> readOn(String channel, LogEnd end, String first) {
    int atMost = end.ask();
    if (atMost == 0) {
      return Uni.createFrom().item(end);
    }
    return ask(newestFirst(channel, end.before(), first, atMost))
        .flatMap(replies -> {
          end.add(events(channel, replies.getFirst()));
          return readOn(channel, end, first);
        });
  }

  @Override
  public Uni<Map<String, Position>> positions(List<String> channels) {
    Request request = Request.cmd(Command.MGET);
    channels.forEach(channel -> request.arg(positionKey(channel)));
    return ask(request).map(replies -> positions(channels, replies.getFirst()));
  }

  @Override
  public void read(
      String channel, long before, int atMost, Consumer<? super @Nullable List<Envelope>> answer) {
    ask(newestFirst(channel, "(" + before + "-0", "-", atMost))
        .map(replies -> events(channel, replies.getFirst()).reversed())
        .subscribe()
        .with(
            answer,
            failure -> {
              LOG.debugf("Cannot read older events of %s: %s", channel, failure);
              answer.accept(null);
            });
  }

  /** A connection that was cut is replaced at once, and whoever waits need not hear of it. */
  private Uni<List<@Nullable Response>> ask(Request... commands) {
    return Uni.createFrom()
        .completionStage(() -> redis.ask(commands).toCompletionStage())
        .onFailure()
        .retry()
        .withBackOff(FIRST_RETRY)
        .atMost(RETRIES)
        .ifNoItem()
        .after(PATIENCE)
        .failWith(() -> late(PATIENCE))
        .emitOn(hubThread);
  }

  private static TimeoutException late(Duration patience) {
    return new TimeoutException("no answer within " + patience.toSeconds() + " s");
  }

  private String logKey(String channel) {
    return namespace + ":log:" + channel;
  }

  private String positionKey(String channel) {
    return namespace + ":pos:" + channel;
  }

  private Request newestFirst(String channel, String last, String first, int atMost) {
    return Request.cmd(Command.XREVRANGE)
        .arg(logKey(channel))
        .arg(last)
        .arg(first)
        .arg("COUNT")
        .arg(atMost);
  }

  private static @Nullable Position position(@Nullable Response reply) {
    return reply == null ? null : Position.parse(reply.toString());
  }

  /** What the log answered, newest first, up to what is no event. */
  private List<Envelope> events(String channel, @Nullable Response log) {
    List<Envelope> events = new ArrayList<>();
    if (log != null) {
      for (Response entry : log) {
        Envelope event = event(channel, entry);
        if (event == null) {
          break;
        }
        events.add(event);
      }
    }
    return events;
  }

  /**
   * The event of a log entry {@code [id, ["e", bytes]]}; null if it is none, and then nothing
   * before it can be used.
   */
  private @Nullable Envelope event(String channel, Response entry) {
    Response fields = entry.get(1);
    if (fields == null || fields.size() != 2) {
      return null;
    }
    try {
      Envelope event = envelopes.read(fields.get(1).toBytes());
      Position position = event.position();
      boolean inPlace =
          position != null
              && event.channel().equals(channel)
              && entry.get(0).toString().equals(position.offset() + "-0");
      return inPlace ? event : null;
    } catch (InvalidEnvelopeException e) {
      return null;
    }
  }

  private static Map<String, Position> positions(List<String> channels, @Nullable Response reply) {
    Map<String, Position> positions = new HashMap<>();
    for (int i = 0; reply != null && i < channels.size(); i++) {
      Position position = position(reply.get(i));
      if (position != null) {
        positions.put(channels.get(i), position);
      }
    }
    return positions;
  }
}
