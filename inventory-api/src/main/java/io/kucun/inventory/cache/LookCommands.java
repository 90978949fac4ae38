package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisSession;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a look says to Redis, and what it reads of the answers. The commands of the last questions
 * are remembered. Thread-safe.
 */
final class LookCommands {
  private static final int PLACES = 1 << 12;

  private final CacheKeys keys;
  private final Clock clock = Clock.systemUTC();
  private final Memo<Question, Prepared> prepared = new Memo<>(PLACES, this::prepare);

  /** The commands for a question: the last one tells the generations of the tags. */
  private record Prepared(List<String> tags, List<Request> commands) {}

  LookCommands(CacheKeys keys) {
    this.keys = keys;
  }

  /** The commands of these looks, in their order. */
  List<Request> of(List<SharedLook> looks) {
    List<Request> commands = new ArrayList<>(looks.size());
    looks.forEach(look -> commands.addAll(prepared.get(look.question()).commands()));
    return commands;
  }

  /** What a look has seen: these are the answers to its commands. */
  Look read(Question question, RedisSession session, List<Response> answers) {
    Response state = Objects.requireNonNull(answers.getLast());
    Response entry = question.whole() ? state.get(0) : answers.getFirst();
    int from = question.whole() ? 1 : 0;
    Snapshot seen = Snapshot.of(entry, state, from, prepared.get(question).tags(), session.runId());
    return Look.of(session, seen, question.whole(), clock.millis());
  }

  private Prepared prepare(Question question) {
    CacheKey key = question.key();
    List<String> tags = new ArrayList<>(key.tags());
    tags.add(key.space().wire());
    Request state = Request.cmd(Command.MGET);
    if (question.whole()) {
      return new Prepared(tags, List.of(asking(state.arg(keys.entry(key)), tags)));
    }
    // The head is read first: if its stamp is that of the generations read after it, it was valid
    // then.
    Request head = Request.cmd(Command.GETRANGE).arg(keys.entry(key)).arg(0).arg(Entry.HEAD - 1);
    return new Prepared(tags, List.of(head, asking(state, tags)));
  }

  private Request asking(Request command, List<String> tags) {
    tags.forEach(tag -> command.arg(keys.generation(tag)));
    keys.positions().forEach(command::arg);
    return command;
  }
}
