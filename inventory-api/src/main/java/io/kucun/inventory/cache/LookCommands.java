package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisSession;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a look says to Redis, and what it reads of the answers. The commands of the last entries are
 * remembered. Thread-safe.
 */
final class LookCommands {
  private static final int PLACES = 1 << 12;

  private final CacheKeys keys;
  private final Clock clock = Clock.systemUTC();
  private final Memo<CacheKey, Prepared> prepared = new Memo<>(PLACES, this::prepare);

  /**
   * The commands for an entry. The last one tells the generations of the tags and the positions.
   *
   * @param whole reads the entry with them
   * @param head reads the entry's head before them: if its stamp is that of the generations read
   *     after it, it was valid then
   */
  private record Prepared(List<String> tags, List<Request> whole, List<Request> head) {}

  LookCommands(CacheKeys keys) {
    this.keys = keys;
  }

  /** The commands of these looks, in their order. */
  List<Request> of(List<SharedLook> looks) {
    List<Request> commands = new ArrayList<>(looks.size() * 2);
    looks.forEach(look -> commands.addAll(of(look)));
    return commands;
  }

  private List<Request> of(SharedLook look) {
    Prepared made = prepared.get(look.question().key());
    return look.readsBody() ? made.whole() : made.head();
  }

  /** How many commands it takes. */
  static int count(SharedLook look) {
    return look.readsBody() ? 1 : 2;
  }

  /**
   * What a look has seen: these are the answers to its commands. Null if its copy is of another
   * entry than what is there, which has to be read with its body.
   */
  @Nullable Look read(SharedLook look, RedisSession session, List<Response> answers) {
    Response state = Objects.requireNonNull(answers.getLast());
    Response entry = look.readsBody() ? state.get(0) : answers.getFirst();
    int from = look.readsBody() ? 1 : 0;
    List<String> tags = prepared.get(look.question().key()).tags();
    Snapshot seen = Snapshot.of(entry, state, from, tags, session.runId());
    Copy copy = look.copy();
    if (copy != null && seen.cut() != null) {
      if (!copy.isOf(seen)) {
        return null;
      }
      seen = seen.with(copy);
    }
    return Look.of(session, seen, look.question().whole(), clock.millis());
  }

  private Prepared prepare(CacheKey key) {
    List<String> tags = new ArrayList<>(key.tags());
    tags.add(key.space().wire());
    Request whole = asking(Request.cmd(Command.MGET).arg(keys.entry(key)), tags);
    Request head = Request.cmd(Command.GETRANGE).arg(keys.entry(key)).arg(0).arg(Entry.HEAD - 1);
    Request state = asking(Request.cmd(Command.MGET), tags);
    return new Prepared(tags, List.of(whole), List.of(head, state));
  }

  private Request asking(Request command, List<String> tags) {
    tags.forEach(tag -> command.arg(keys.generation(tag)));
    keys.positions().forEach(command::arg);
    return command;
  }
}
