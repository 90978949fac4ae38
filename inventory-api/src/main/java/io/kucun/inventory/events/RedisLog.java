package io.kucun.inventory.events;

import io.kucun.inventory.events.Standing.Filling;
import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The relay's side of Redis: per channel a bounded log, the position and the pub/sub channel. */
@ApplicationScoped
class RedisLog {
  private static final Pattern LATER = Pattern.compile("filled by term (\\d{1,18})");

  private final RedisLinks links;
  private final String namespace;
  private final int capacity;
  private final Scripts scripts;

  @Inject
  RedisLog(
      RedisLinks links,
      @ConfigProperty(name = "REDIS_NAMESPACE", defaultValue = "kucun") String namespace,
      EventSettings settings) {
    this(links, namespace, settings, Scripts.packaged());
  }

  RedisLog(RedisLinks links, String namespace, EventSettings settings, Scripts scripts) {
    this.links = links;
    this.namespace = namespace;
    this.capacity = settings.logMax();
    this.scripts = scripts;
  }

  /** How many events of a channel the log holds. */
  int capacity() {
    return capacity;
  }

  /** Where these channels stand. */
  Uni<Map<String, Standing>> standings(List<String> channels) {
    List<Request> commands = new ArrayList<>();
    for (String channel : channels) {
      commands.add(Request.cmd(Command.GET).arg(positionKey(channel)));
      commands.add(edge(Command.XRANGE, channel, "-", "+"));
      commands.add(edge(Command.XREVRANGE, channel, "+", "-"));
    }
    return session()
        .flatMap(session -> session.batch(commands))
        .map(answers -> {
          Map<String, Standing> standings = new HashMap<>();
          for (int i = 0; i < channels.size(); i++) {
            standings.put(
                channels.get(i),
                Standing.of(answers.get(3 * i), answers.get(3 * i + 1), answers.get(3 * i + 2)));
          }
          return standings;
        });
  }

  /**
   * Appends and publishes events in this order, one atomic step each, in one write.
   *
   * @throws OutOfStep (as failure) if one was not the next of its channel; each of the others has
   *     been published if it was the next
   */
  Uni<Void> publish(Numbered batch) {
    List<Request> steps = new ArrayList<>(batch.events().size());
    for (EventRow event : batch.events()) {
      String log = logKey(event.channel());
      String position = positionKey(event.channel());
      Request step =
          steps.isEmpty()
              ? scripts.publish().call(log, position)
              : scripts.publish().nextCall(log, position);
      steps.add(
          step.arg(new Position(batch.epoch(), event.offset() - 1).toString())
              .arg(new Position(batch.epoch(), event.offset()).toString())
              .arg(id(event))
              .arg(event.envelope(batch.epoch()))
              .arg(capacity)
              .arg(namespace + ":events:" + event.channel()));
    }
    return session()
        .flatMap(session -> session.batch(steps))
        .invoke(answers -> {
          for (int i = 0; i < answers.size(); i++) {
            accepted(batch.events().get(i).channel(), answers.get(i));
          }
        })
        .replaceWithVoid();
  }

  /**
   * Empties a channel's log, takes its position away and names who fills it, unless somebody has
   * moved it since it was seen, or a later term fills it.
   *
   * @throws OutOfStep (as failure) if that is so; {@link FilledByLaterTerm} for the latter
   */
  Uni<Void> restart(String channel, String seen, Filling filling) {
    Request step =
        scripts
            .restart()
            .call(logKey(channel), positionKey(channel))
            .arg(seen)
            .arg(filling.id())
            .arg(Filling.FIELD)
            .arg(filling.epoch());
    return run(step, answer -> begun(channel, answer));
  }

  private static void begun(String channel, @Nullable Response answer) {
    Matcher later = LATER.matcher(answer == null ? "" : answer.toString());
    if (later.matches()) {
      throw new FilledByLaterTerm(channel, Long.parseLong(later.group(1)));
    }
    accepted(channel, answer);
  }

  /**
   * Appends to a log that is being filled, silently, all or nothing.
   *
   * @param last the offset of the log's last entry
   * @param end the position that ends the filling, or null to go on later
   * @throws OutOfStep (as failure) if the log is not being filled by this term or ends elsewhere
   */
  Uni<Void> refill(
      String channel, Filling filling, long last, Numbered batch, @Nullable Position end) {
    Request step =
        scripts
            .refill()
            .call(logKey(channel), positionKey(channel))
            .arg(filling.id())
            .arg(last == filling.base() ? filling.id() : last + "-0")
            .arg(end == null ? "" : end.toString());
    for (EventRow event : batch.events()) {
      step.arg(id(event)).arg(event.envelope(filling.epoch()));
    }
    return run(step, answer -> accepted(channel, answer));
  }

  private Uni<Void> run(Request step, Consumer<@Nullable Response> check) {
    return session().flatMap(session -> session.send(step)).invoke(check).replaceWithVoid();
  }

  private static void accepted(String channel, @Nullable Response answer) {
    if (answer != null) {
      throw new OutOfStep(channel, answer.toString());
    }
  }

  private Uni<RedisSession> session() {
    return Uni.createFrom()
        .item(links::session)
        .map(session ->
            session.orElseThrow(() -> new UncheckedIOException(new IOException("Redis is away"))));
  }

  private Request edge(Command command, String channel, String from, String to) {
    return Request.cmd(command).arg(logKey(channel)).arg(from).arg(to).arg("COUNT").arg(1);
  }

  private static String id(EventRow event) {
    return event.offset() + "-0";
  }

  private String logKey(String channel) {
    return namespace + ":log:" + channel;
  }

  private String positionKey(String channel) {
    return namespace + ":pos:" + channel;
  }
}
