package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets one replica at a time load a key under a stamp, and stores what it loaded. A lease saves
 * work, no more: that nothing stale is served depends on the stamps alone, so it may expire or get
 * lost at any moment.
 */
@ApplicationScoped
class Leases {
  private static final double JITTER = 0.1;

  private final RedisBudget redis;
  private final CacheKeys keys;
  private final CacheSettings settings;
  private final CacheMeters meters;
  private final String process = UUID.randomUUID().toString();
  private final AtomicLong count = new AtomicLong();
  private final Clock clock = Clock.systemUTC();
  private final String acquire = read("/redis/lease.lua");
  private final String fill = read("/redis/fill.lua");

  Leases(RedisBudget redis, CacheKeys keys, CacheSettings settings, CacheMeters meters) {
    this.redis = redis;
    this.keys = keys;
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * A lease that is asked for.
   *
   * @param stamp the stamp that the load's entry will have
   * @param holder tells this request from all others
   */
  record Lease(CacheKey key, Look look, String stamp, String holder) {}

  /** A lease to ask for. */
  Lease lease(CacheKey key, Look look, String stamp) {
    return new Lease(key, look, stamp, process + "/" + count.incrementAndGet());
  }

  /** What came of asking for a lease. */
  enum Outcome {
    /** Another replica loads. */
    HELD,
    OURS,
    /** Another has loaded since we looked. */
    FILLED
  }

  /** Asks for the lease, unless there is an entry with its stamp by now. */
  Uni<Outcome> acquire(Lease lease) {
    return ask(lease, Entry.STAMP_AT);
  }

  /** Whether the lease is ours, for a load that replaces an entry with the same stamp. */
  Uni<Boolean> renew(Lease lease) {
    return ask(lease, "").map(Outcome.OURS::equals);
  }

  private Uni<Outcome> ask(Lease lease, Object stampAt) {
    Request script =
        Request.cmd(Command.EVAL)
            .arg(acquire)
            .arg(2)
            .arg(keys.lease(lease.key()))
            .arg(keys.entry(lease.key()))
            .arg(lease.stamp())
            .arg(lease.holder())
            .arg(settings.lease().toMillis())
            .arg(stampAt.toString());
    return redis
        .ask(lease.look().session(), session -> session.send(script))
        .map(answer -> Outcome.values()[Objects.requireNonNull(answer).toInteger()]);
  }

  /** Stores what was loaded; nobody waits for that. */
  void fill(Lease lease, Loaded loaded) {
    long ttl = ttl(lease.key(), loaded);
    byte[] entry = Entry.write(lease.stamp(), clock.millis() + ttl, loaded).getBytes();
    end(lease, Buffer.buffer(entry), ttl);
  }

  /** Lets another replica try. */
  void giveUp(Lease lease) {
    end(lease, Buffer.buffer(), 0);
  }

  private void end(Lease lease, Buffer entry, long ttl) {
    Request script =
        Request.cmd(Command.EVAL)
            .arg(fill)
            .arg(2)
            .arg(keys.entry(lease.key()))
            .arg(keys.lease(lease.key()))
            .arg(lease.stamp() + " " + lease.holder())
            .arg(entry)
            .arg(ttl);
    lease
        .look()
        .session()
        .send(script)
        .subscribe()
        .with(done -> {}, failure -> meters.of(lease.key().space()).error());
  }

  private long ttl(CacheKey key, Loaded loaded) {
    double jitter = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    long ttl =
        loaded.body() == null ? settings.negativeTtl().toMillis() : key.space().ttl().toMillis();
    return Math.round(ttl * jitter);
  }

  private static String read(String resource) {
    try (InputStream in = Leases.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
