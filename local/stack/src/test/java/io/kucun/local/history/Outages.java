package io.kucun.local.history;

import io.kucun.local.rig.Await;
import io.kucun.local.rig.OwnRedis;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Redis away and back while reads go on at a steady rate. */
final class Outages {
  private static final String WARMING = "warming";
  static final String THERE = "Redis there";
  static final String DATABASE_ONLY = "database only";
  static final String HUNG = "Redis hung";
  static final String KILLED = "Redis killed";

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int HITS = 200;

  private final Session session;
  private final Steady reads;
  private final OwnRedis redis;
  private final int size;

  /**
   * Nothing is away yet.
   *
   * @param size reads for each phase
   */
  Outages(Session session, Steady reads, int size) {
    this.session = session;
    this.reads = reads;
    this.redis = session.rig().redis();
    this.size = size;
  }

  /** All phases whose times are of interest. */
  List<String> run() {
    hits();
    spend(WARMING);
    spend(THERE);
    redis.kill();
    until("no link", () -> all("kucun_redis_up", 0));
    spend(DATABASE_ONLY);
    redis.start();
    back();

    reads.phase(HUNG);
    redis.freeze();
    until("every breaker is open", () -> all("kucun_cache_breaker_open", 1));
    spend(HUNG);
    redis.thaw();
    back();

    reads.phase(KILLED);
    redis.kill();
    spend(KILLED);
    redis.start();
    back();
    return List.of(THERE, DATABASE_ONLY, HUNG, KILLED);
  }

  private void spend(String phase) {
    reads.phase(phase);
    until(phase, () -> reads.count(phase) >= size);
  }

  private void back() {
    reads.phase("back");
    until("every breaker is closed", () -> all("kucun_cache_breaker_open", 0));
    until("every link", () -> all("kucun_redis_up", 1));
    hits();
  }

  private void hits() {
    long before = session.tally().of(Tally.HITS);
    until("hits", () -> session.tally().of(Tally.HITS) >= before + HITS);
  }

  private boolean all(String metric, double value) {
    return session.rig().replicas().stream().allMatch(it -> it.metric(metric) == value);
  }

  private static void until(String what, BooleanSupplier condition) {
    Await.until(what, LIMIT, condition);
  }
}
