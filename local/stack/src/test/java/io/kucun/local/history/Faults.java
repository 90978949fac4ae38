package io.kucun.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.rig.Answer;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Lines;
import io.kucun.local.rig.OwnRedis;
import io.kucun.local.rig.RedisProxy.Mode;
import io.kucun.local.rig.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What goes wrong while a load runs. Each returns when it certainly happened and reads hit again.
 */
final class Faults {
  /** How the name of a fault begins in the tally. */
  static final String FAULT = "fault: ";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int TRIES = 10;

  private final Session session;
  private final Load load;
  private final OwnRedis redis;

  Faults(Session session, Load load) {
    this.session = session;
    this.load = load;
    this.redis = session.rig().redis();
  }

  /** One fault. */
  record Fault(String name, Runnable work) {}

  List<Fault> all() {
    return List.of(
        new Fault("connections killed by Redis", () -> clientsKilled("normal")),
        new Fault("API killed between commit and invalidation", this::replicaKilled),
        new Fault("subscriptions killed by Redis", () -> clientsKilled("pubsub")),
        new Fault("FLUSHALL", () -> redis.send("FLUSHALL")),
        new Fault("connections of a replica cut", this::cut),
        new Fault("Redis hung", this::hung),
        new Fault("Redis restarted empty", this::restartedEmpty),
        new Fault("Redis restarted with old data", this::restartedOld));
  }

  void inject(Fault fault) {
    fault.work().run();
    session.tally().count(FAULT + fault.name());
    load.untilMore(Tally.HITS, 300, LIMIT);
  }

  private void clientsKilled(String type) {
    String count = redis.send("CLIENT KILL TYPE " + type).substring(1);
    assertThat(Integer.parseInt(count)).as(type).isGreaterThan(1);
  }

  private void cut() {
    assertThat(Session.any(session.rig().replicas()).proxy().cut()).isPositive();
  }

  private void hung() {
    redis.freeze();
    load.untilMore(Tally.PENDING, 2, LIMIT);
    redis.thaw();
  }

  private void restartedEmpty() {
    redis.kill();
    load.untilMore(Tally.BYPASSES, 20, LIMIT);
    redis.start();
  }

  /** What comes back lacks writes that have been acknowledged. */
  private void restartedOld() {
    redis.send("SAVE");
    load.untilMore(Tally.ACKNOWLEDGED, 10, LIMIT);
    redis.kill();
    redis.start();
    assertThat(redis.send("DBSIZE")).as("old data").matches(":[1-9]\\d*");
    redis.forget();
  }

  private void replicaKilled() {
    Replica victim = Session.any(session.rig().replicas());
    int tries = 1;
    while (!diedUnanswered(victim)) {
      assertThat(tries++).as("too late each time").isLessThan(TRIES);
    }
    victim.start();
    victim.awaitReady();
  }

  /**
   * Kills the replica after a commit, while the invalidation is on its way and can no longer
   * arrive. True if the write was not answered before; then another replica has to tell it.
   */
  private boolean diedUnanswered(Replica victim) {
    Truth truth = new Truth(session.rig());
    Register register = Register.version(session.shelf().products().get(Load.QUIET));
    long before = truth.of(register);
    int held = victim.proxy().held();
    victim.proxy().mode(Mode.HOLD);
    CompletableFuture<Answer> write =
        CompletableFuture.supplyAsync(
            () -> put(victim, register, before), it -> Thread.ofVirtual().start(it));
    load.until(
        "committed", LIMIT, () -> truth.of(register) > before && victim.proxy().held() > held);
    boolean inTime = !write.isDone();
    if (inTime) {
      victim.kill();
    }
    victim.proxy().cut();
    victim.proxy().mode(Mode.JITTER);
    Answer answer = write.handle((done, failure) -> done).join();
    if (inTime && answer == null) {
      told(register, before, victim);
    }
    return inTime && answer == null;
  }

  private Answer put(Replica victim, Register register, long version) {
    try (HttpLine line = session.rig().line(victim)) {
      return Writer.put(session, line, register, Load.QUIET, version);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The relay of a replica that lives makes the entry stale, long before its time to live. */
  private void told(Register register, long before, Replica victim) {
    Route detail = Route.detail(register.product());
    try (Lines lines = new Lines(session.rig())) {
      load.until(
          "the write of the dead is seen",
          Duration.ofSeconds(20),
          () -> number(lines, detail, session.otherThan(victim)) > before);
    }
  }

  private static long number(Lines lines, Route detail, Replica replica) {
    try {
      return detail
          .shown()
          .apply(lines.to(replica).get(detail.path()).orThrow())
          .getFirst()
          .number();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
