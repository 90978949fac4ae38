package io.kucun.local.delivery;

import io.kucun.local.rig.OwnPostgres;
import io.kucun.local.rig.OwnRedis;
import io.kucun.local.rig.RedisProxy;
import io.kucun.local.rig.RedisProxy.Mode;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes wrong while a traffic goes on. Each returns when events flow again, with nothing done
 * by hand.
 */
final class Troubles {
  private static final int SOME = 40;

  private final Rig rig;
  private final Traffic traffic;
  private final Lease lease;
  private final List<String> report = new ArrayList<>();

  Troubles(Rig rig, Traffic traffic, Lease lease) {
    this.rig = rig;
    this.traffic = traffic;
    this.lease = lease;
  }

  /** One of them. */
  record Trouble(String name, Runnable work) {}

  List<Trouble> all() {
    return List.of(
        new Trouble("Redis killed, back empty", this::redisEmpty),
        new Trouble("Redis killed, back with old data", this::redisOld),
        new Trouble("Redis hung", this::redisHung),
        new Trouble("PostgreSQL restarted", () -> postgres(OwnPostgres::restart)),
        new Trouble("PostgreSQL died and recovered", () -> postgres(OwnPostgres::crash)),
        new Trouble("the leader cut off from PostgreSQL", this::noPostgres),
        new Trouble("the leader cut off from Redis", this::noRedis),
        new Trouble("the leader refused by Redis", this::refused),
        new Trouble("the leader stopped and continued", this::stopped));
  }

  void meet(Trouble trouble) {
    traffic.more(SOME);
    trouble.work().run();
    traffic.more(SOME);
    report.add("  %-36s events flow %4d ms after".formatted(trouble.name(), lease.progress()));
  }

  List<String> report() {
    return report;
  }

  private void redisEmpty() {
    rig.redis().kill();
    traffic.more(SOME);
    rig.redis().start();
  }

  private void redisOld() {
    OwnRedis redis = rig.redis();
    redis.send("SAVE");
    traffic.more(SOME);
    redis.kill();
    redis.start();
    redis.forget();
  }

  private void redisHung() {
    rig.redis().freeze();
    traffic.more(SOME);
    rig.redis().thaw();
  }

  /** How PostgreSQL goes and comes. */
  private interface Return {
    void of(OwnPostgres postgres);
  }

  private void postgres(Return how) {
    how.of(rig.postgres());
  }

  private void noPostgres() {
    Replica leader = Leader.of(rig);
    takenOver("cut off from PostgreSQL", () -> leader.database().silent(true));
    leader.database().silent(false);
  }

  private void noRedis() {
    Replica leader = Leader.of(rig);
    takenOver("cut off from Redis", () -> leader.proxy().mode(Mode.SILENT));
    leader.proxy().mode(Mode.PASS);
  }

  private void refused() {
    RedisProxy redis = Leader.of(rig).proxy();
    takenOver(
        "refused by Redis",
        () -> {
          redis.mode(Mode.REFUSE);
          redis.cut();
        });
    redis.mode(Mode.PASS);
  }

  private void stopped() {
    Replica leader = Leader.of(rig);
    takenOver("stopped", leader::freeze);
    leader.thaw();
  }

  private void takenOver(String what, Runnable fault) {
    String holder = lease.holder();
    fault.run();
    report.add("  leader %s: %s".formatted(what, lease.takenOver(holder)));
  }
}
