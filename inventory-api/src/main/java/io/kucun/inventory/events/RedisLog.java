package io.kucun.inventory.events;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay's side of Redis: per channel a bounded log, the position and the pub/sub channel. */
@ApplicationScoped
class RedisLog {
  private final RedisLinks links;
  private final String namespace;
  private final String longest;
  private final String publish = read("/redis/publish.lua");
  private final String restart = read("/redis/restart.lua");

  RedisLog(
      RedisLinks links,
      @ConfigProperty(name = "REDIS_NAMESPACE", defaultValue = "kucun") String namespace,
      @ConfigProperty(name = "EVENTS_LOG_MAX", defaultValue = "10000") int longest) {
    this.links = links;
    this.namespace = namespace;
    this.longest = Integer.toString(longest);
  }

  /** Says that a channel's position in Redis is not the one before the event. */
  static final class OutOfStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfStep(String channel, String found) {
      super(channel + " stands at '" + found + "'", null, false, false);
    }
  }

  /** How many events of a channel the log holds. */
  long capacity() {
    return Long.parseLong(longest);
  }

  /** The position of each of these channels, where there is a readable one. */
  Uni<Map<String, Optional<Position>>> positions(List<String> channels) {
    Request command = Request.cmd(Command.MGET);
    channels.forEach(channel -> command.arg(positionKey(channel)));
    return session()
        .flatMap(session -> session.send(command))
        .map(answer -> {
          Map<String, Optional<Position>> positions = new HashMap<>();
          for (int i = 0; i < channels.size(); i++) {
            Response text = Objects.requireNonNull(answer).get(i);
            positions.put(
                channels.get(i),
                Optional.ofNullable(Position.parse(text == null ? null : text.toString())));
          }
          return positions;
        });
  }

  /**
   * Appends events in this order, one atomic step each, in one write.
   *
   * @param audible whether subscribers hear of them
   * @throws OutOfStep (as failure) if one is not the next of its channel; those before it are done
   */
  Uni<Void> append(List<EventRow> events, String epoch, boolean audible) {
    List<Request> steps = new ArrayList<>(events.size());
    events.forEach(event -> steps.add(step(event, epoch, audible)));
    return session()
        .flatMap(session -> session.batch(steps))
        .invoke(answers -> {
          for (int i = 0; i < answers.size(); i++) {
            Response found = answers.get(i);
            if (found != null) {
              throw new OutOfStep(events.get(i).channel(), found.toString());
            }
          }
        })
        .replaceWithVoid();
  }

  /**
   * Empties a channel's log and puts its position where the next event follows, unless somebody has
   * moved it since it was seen.
   *
   * @throws OutOfStep (as failure) if it has moved
   */
  Uni<Void> restartAt(String channel, Optional<Position> seen, Position position) {
    Request step =
        Request.cmd(Command.EVAL)
            .arg(restart)
            .arg(2)
            .arg(logKey(channel))
            .arg(positionKey(channel))
            .arg(seen.map(Position::toString).orElse(""))
            .arg(position.toString());
    return session()
        .flatMap(session -> session.send(step))
        .invoke(found -> {
          if (found != null) {
            throw new OutOfStep(channel, found.toString());
          }
        })
        .replaceWithVoid();
  }

  private Request step(EventRow event, String epoch, boolean audible) {
    return Request.cmd(Command.EVAL)
        .arg(publish)
        .arg(2)
        .arg(logKey(event.channel()))
        .arg(positionKey(event.channel()))
        .arg(new Position(epoch, event.offset() - 1).toString())
        .arg(new Position(epoch, event.offset()).toString())
        .arg(event.offset() + "-0")
        .arg(event.envelope(epoch))
        .arg(longest)
        .arg(audible ? namespace + ":events:" + event.channel() : "");
  }

  private Uni<RedisSession> session() {
    return Uni.createFrom()
        .item(links::session)
        .map(session ->
            session.orElseThrow(() -> new UncheckedIOException(new IOException("Redis is away"))));
  }

  private String logKey(String channel) {
    return namespace + ":log:" + channel;
  }

  private String positionKey(String channel) {
    return namespace + ":pos:" + channel;
  }

  private static String read(String resource) {
    try (InputStream in = RedisLog.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
