package io.kucun.inventory.cache;

import io.kucun.inventory.events.Channel;
import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads an entry and what its validity depends on, in one round trip. */
@ApplicationScoped
class Lookup {
  private final RedisBudget redis;
  private final CacheKeys keys;
  private final Generations generations;

  Lookup(RedisBudget redis, CacheKeys keys, Generations generations) {
    this.redis = redis;
    this.keys = keys;
    this.generations = generations;
  }

  /** The whole entry. */
  Uni<Look> whole(CacheKey key) {
    return redis.ask(
        session -> look(this::mget, key, session).map(seen -> new Look(session, seen, true)));
  }

  /** The head of the entry: enough for a reader who has the body already. */
  Uni<Look> head(CacheKey key) {
    return redis.ask(
        session -> look(this::heads, key, session).map(seen -> new Look(session, seen, false)));
  }

  /** A round trip of one form. */
  private interface Trip {
    Uni<Snapshot> make(CacheKey key, RedisSession session);
  }

  /** A generation that is not there is made, and read by a second trip. */
  private Uni<Snapshot> look(Trip trip, CacheKey key, RedisSession session) {
    return trip.make(key, session)
        .flatMap(seen ->
            seen.missing().isEmpty()
                ? Uni.createFrom().item(seen)
                : session
                    .batch(seen.missing().stream().map(generations::create).toList())
                    .flatMap(created -> trip.make(key, session)));
  }

  private Uni<Snapshot> mget(CacheKey key, RedisSession session) {
    List<String> tags = tags(key);
    return session
        .send(state(Request.cmd(Command.MGET).arg(keys.entry(key)), tags))
        .map(Objects::requireNonNull)
        .map(answer -> Snapshot.of(answer.get(0), answer, 1, tags, session.runId()));
  }

  /**
   * Two commands in one write. The entry is read first: if its stamp is that of the generations
   * read after it, it was valid then.
   */
  private Uni<Snapshot> heads(CacheKey key, RedisSession session) {
    List<String> tags = tags(key);
    Request head = Request.cmd(Command.GETRANGE).arg(keys.entry(key)).arg(0).arg(Entry.HEAD - 1);
    return session
        .batch(List.of(head, state(Request.cmd(Command.MGET), tags)))
        .map(answers ->
            Snapshot.of(answers.getFirst(), answers.getLast(), 0, tags, session.runId()));
  }

  private Request state(Request command, List<String> tags) {
    tags.forEach(tag -> command.arg(keys.generation(tag)));
    for (Channel channel : Channel.values()) {
      command.arg(keys.position(channel.wire()));
    }
    return command;
  }

  private static List<String> tags(CacheKey key) {
    List<String> tags = new ArrayList<>(key.tags());
    tags.add(key.space().wire());
    return tags;
  }
}
