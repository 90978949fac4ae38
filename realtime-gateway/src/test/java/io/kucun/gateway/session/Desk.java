package io.kucun.gateway.session;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.access.Identity;
import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.hub.LogLimits;
import io.kucun.gateway.protocol.CommandReader;
import io.kucun.gateway.protocol.ErrorCode;
import io.kucun.gateway.session.entry.Refusal;
import io.kucun.gateway.session.entry.RefusedException;
import io.kucun.gateway.session.entry.Revocations;
import io.kucun.gateway.session.entry.TokenVerifier;
import io.kucun.gateway.session.limits.TokenBucket;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sessions on a hub of their own, all on one thread and with a clock that the test moves. */
final class Desk {

  static final long START = 1_000_000;

  private static final Grants GRANTS =
      Grants.parse("orders=admin,sales@own;products=admin,sales,viewer");
  private static final TokenBucket UNLIMITED = new TokenBucket(1e9, 1e9, () -> 0);

  long now = START;
  final Hub hub = new Hub(GRANTS.channels(), new LogLimits(100, 100_000, 100_000), Runnable::run);
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean isAtWork;
  private final HubThread thread = new HubThread(hub, this::execute);
  private final Heartbeat heartbeat = new Heartbeat(thread);
  private final Map<String, Identity> tokens = new HashMap<>();
  final List<String> pursued = new ArrayList<>();
  final List<ErrorCode> refused = new ArrayList<>();
  Runnable inRedis = () -> {};
  final Revocations revocations = new Revocations(2, () -> Instant.ofEpochMilli(now));
  private final Commands commands =
      new Commands(
          new CommandReader(64),
          new Subscriber(GRANTS, this::pursue, 64, refused::add),
          new Renewal(GRANTS, verifier(), revocations),
          16_384);
  private final Random random = new Random(1);
  private int opened;

  Desk() {
    GRANTS.channels().forEach(channel -> hub.begin(channel, new Position("e1", 0)));
  }

  /** One after the other, as the hub's thread does. */
  private void execute(Runnable added) {
    tasks.add(added);
    if (!isAtWork) {
      isAtWork = true;
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
      isAtWork = false;
    }
  }

  private TokenVerifier verifier() {
    return token -> {
      Identity identity = tokens.get(token);
      return identity == null
          ? Uni.createFrom().failure(new RefusedException(Refusal.INVALID_TOKEN))
          : Uni.createFrom().item(identity);
    };
  }

  /** What the hub did not know of comes from {@link #inRedis}. */
  private void pursue(Set<String> channels, Runnable done) {
    pursued.addAll(channels);
    inRedis.run();
    thread.run(it -> done.run());
  }

  /** A token, named by this text, is valid from now on. */
  void token(String token, String user, long expiresAt, String... roles) {
    tokens.put(
        token,
        new Identity(
            "sub-" + user,
            user,
            Set.of(roles),
            Instant.ofEpochMilli(now),
            Instant.ofEpochMilli(expiresAt)));
  }

  /** The same, and what it is welcomed with is left out. */
  Session open(String token, RecordingWire wire) {
    Session session = open(token, (TextWire) wire);
    wire.sent();
    return session;
  }

  /** A session that was let in with this token, pinged first at {@link #START} plus 25 s. */
  Session open(String token, TextWire wire) {
    Identity identity = tokens.get(token);
    if (identity == null) {
      throw new AssertionError(token);
    }
    Session session =
        new Session(
            "s" + ++opened,
            new Term(identity, 25_000, () -> now, random),
            wire,
            new Pulse(25_000, 10_000, START + 25_000),
            new Patience(30_000),
            UNLIMITED,
            thread);
    session.open(25_000);
    return session;
  }

  void say(Session session, String command) {
    commands.handle(session, command).await().indefinitely();
  }

  CompletableFuture<Void> ask(Session session, String command) {
    return commands.handle(session, command).subscribeAsCompletionStage();
  }

  /** From now on the hub's thread is busy with something else. */
  void hold() {
    isAtWork = true;
  }

  void goOn() {
    isAtWork = false;
    execute(() -> {});
  }

  /** What the clock does at this time, for these sessions. */
  void beat(long at, Session... sessions) {
    now = at;
    heartbeat.beat(List.of(sessions)::forEach, at);
  }

  void subscribe(Session session, String channel) {
    say(session, "{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}");
  }

  void auth(Session session, String token) {
    say(session, "{\"type\":\"auth\",\"id\":1,\"token\":\"" + token + "\"}");
  }

  /** Publishes an event whose text names its channel and offset. */
  String publish(String channel, long offset, @Nullable String owner) {
    String text = channel + " " + offset;
    Envelope event = new Envelope(channel, "k", owner, 0, new Position("e1", offset), text);
    thread.run(it -> it.publish(event));
    return text;
  }

  void degrade() {
    thread.run(it -> it.degraded(true));
  }
}
