package io.kucun.inventory.testing;

import io.kucun.inventory.events.Position;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at Redis as another program would. */
@Singleton
public class RedisProbe {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Redis redis;

  RedisProbe(Redis redis) {
    this.redis = redis;
  }

  public Response send(Command command, Object... arguments) {
    Request request = Request.cmd(command);
    for (Object argument : arguments) {
      request.arg(argument.toString());
    }
    return redis.send(request).await().atMost(LIMIT);
  }

  public Position position(String channel) {
    Response text = send(Command.GET, "kucun:pos:" + channel);
    return text == null ? null : Position.parse(text.toString());
  }

  /** The log of a channel, oldest first. */
  public List<Logged> log(String channel) {
    List<Logged> entries = new ArrayList<>();
    Response range = send(Command.XRANGE, "kucun:log:" + channel, "-", "+");
    for (int i = 0; range != null && i < range.size(); i++) {
      Response entry = range.get(i);
      entries.add(new Logged(entry.get(0).toString(), entry.get(1).get(1).toString()));
    }
    return entries;
  }

  /** The envelopes about one entity in the log of a channel, oldest first. */
  public List<JsonPath> about(String key, String channel) {
    return log(channel).stream()
        // A log gets long, and reading each of its events as JSON would take seconds.
        .filter(entry -> entry.envelope().contains(key))
        .map(entry -> JsonPath.from(entry.envelope()))
        .filter(envelope -> key.equals(envelope.getString("key")))
        .toList();
  }

  /** An entry of a log: its id and the envelope. */
  public record Logged(String id, String envelope) {
    public long offset() {
      return Long.parseLong(id.substring(0, id.indexOf('-')));
    }
  }
}
