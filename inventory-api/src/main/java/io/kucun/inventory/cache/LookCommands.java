package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisSession;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a look says to Redis, and what it reads of the answers. */
final class LookCommands {
  private final CacheKeys keys;
  private final Clock clock = Clock.systemUTC();

  LookCommands(CacheKeys keys) {
    this.keys = keys;
  }

  /** The commands of these looks, in their order. */
  List<Request> of(List<SharedLook> looks) {
    List<Request> commands = new ArrayList<>(looks.size());
    for (SharedLook look : looks) {
      CacheKey key = look.question().key();
      if (look.question().whole()) {
        commands.add(state(Request.cmd(Command.MGET).arg(keys.entry(key)), tags(key)));
      } else {
        // The head is read first: if its stamp is that of the generations read after it, it was
        // valid then.
        commands.add(Request.cmd(Command.GETRANGE).arg(keys.entry(key)).arg(0).arg(Entry.HEAD - 1));
        commands.add(state(Request.cmd(Command.MGET), tags(key)));
      }
    }
    return commands;
  }

  /** What a look has seen: these are the answers to its commands. */
  Look read(Question question, RedisSession session, List<Response> answers) {
    List<String> tags = tags(question.key());
    Response state = Objects.requireNonNull(answers.getLast());
    Response entry = question.whole() ? state.get(0) : answers.getFirst();
    int from = question.whole() ? 1 : 0;
    Snapshot seen = Snapshot.of(entry, state, from, tags, session.runId());
    return Look.of(session, seen, question.whole(), clock.millis());
  }

  private Request state(Request command, List<String> tags) {
    tags.forEach(tag -> command.arg(keys.generation(tag)));
    keys.positions().forEach(command::arg);
    return command;
  }

  private static List<String> tags(CacheKey key) {
    List<String> tags = new ArrayList<>(key.tags().size() + 1);
    tags.addAll(key.tags());
    tags.add(key.space().wire());
    return tags;
  }
}
