package io.kucun.inventory.cache;

import io.kucun.inventory.cache.CachedBody.Loaded;
import io.kucun.inventory.cache.Entry.Cut;
import io.kucun.inventory.events.Channel;
import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Get-or-load of response bytes. A read that starts after a write was acknowledged never gets a
 * value from before it: the stamp that an entry is filled with was read before the database, and
 * the write changes a generation before it is acknowledged.
 */
@ApplicationScoped
public class ReadCache {
  private static final double JITTER = 0.1;

  private final RedisLinks links;
  private final CacheKeys keys;
  private final Generations generations;
  private final CacheMeters meters;
  private final Duration budget;
  private final Clock clock = Clock.systemUTC();

  ReadCache(
      RedisLinks links,
      CacheKeys keys,
      Generations generations,
      CacheMeters meters,
      @ConfigProperty(name = "kucun.cache.read-budget") Duration budget) {
    this.links = links;
    this.keys = keys;
    this.generations = generations;
    this.meters = meters;
    this.budget = budget;
  }

  /** The cached body, or the loaded one; a failure of {@code load} is passed on and not cached. */
  public Uni<CachedBody> get(CacheKey key, Supplier<Uni<Loaded>> load) {
    Optional<RedisSession> session = links.session();
    if (session.isEmpty()) {
      return bypass(key, load);
    }
    return look(key, session.get())
        .ifNoItem()
        .after(budget)
        .fail()
        .map(Optional::of)
        .onFailure()
        .recoverWithItem(Optional.empty())
        .flatMap(snapshot ->
            snapshot.isEmpty()
                ? bypass(key, load)
                : answer(key, session.get(), snapshot.get(), load));
  }

  private Uni<CachedBody> answer(
      CacheKey key, RedisSession session, Snapshot seen, Supplier<Uni<Loaded>> load) {
    byte[] entry = seen.entry();
    String stamp = seen.stamp();
    Cut cut = entry == null || stamp == null ? null : Entry.cut(entry, stamp);
    if (cut != null) {
      meters.hit(key.space());
      long ttl = Math.max(0, (cut.expiresAt() - clock.millis()) / 1000);
      return Uni.createFrom()
          .item(new CachedBody(cut.body(), cut.etag(), "kucun; hit; ttl=" + ttl, seen.position()));
    }
    boolean stale = entry != null;
    meters.miss(key.space(), stale);
    return load.get()
        .invoke(loaded -> fill(key, session, stamp, loaded))
        .map(loaded ->
            new CachedBody(
                loaded.bytes(),
                loaded.etag(),
                stale ? "kucun; fwd=stale" : "kucun; fwd=miss",
                seen.position()));
  }

  private Uni<CachedBody> bypass(CacheKey key, Supplier<Uni<Loaded>> load) {
    meters.bypass(key.space());
    return load.get()
        .map(loaded -> new CachedBody(loaded.bytes(), loaded.etag(), "kucun; fwd=bypass", null));
  }

  private Uni<Snapshot> look(CacheKey key, RedisSession session) {
    return mget(key, session)
        .flatMap(seen ->
            seen.missing().isEmpty()
                ? Uni.createFrom().item(seen)
                : session
                    .batch(seen.missing().stream().map(generations::create).toList())
                    .flatMap(created -> mget(key, session)));
  }

  private Uni<Snapshot> mget(CacheKey key, RedisSession session) {
    List<String> tags = new ArrayList<>(key.tags());
    tags.add(key.space());
    Request command = Request.cmd(Command.MGET).arg(keys.entry(key));
    tags.forEach(tag -> command.arg(keys.generation(tag)));
    for (Channel channel : Channel.values()) {
      command.arg(keys.position(channel.wire()));
    }
    return session
        .send(command)
        .map(answer -> Snapshot.of(Objects.requireNonNull(answer), tags, session.runId()));
  }

  /** Nobody waits for the fill. It goes to the session whose run is in the stamp, or nowhere. */
  private void fill(CacheKey key, RedisSession session, @Nullable String stamp, Loaded loaded) {
    if (stamp == null) {
      return;
    }
    double jitter = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    long ttl = Math.round(key.ttl().toMillis() * jitter);
    byte[] entry = Entry.write(stamp, clock.millis() + ttl, loaded.etag(), loaded.bytes());
    session
        .send(
            Request.cmd(Command.SET)
                .arg(keys.entry(key))
                .arg(Buffer.buffer(entry))
                .arg("PX")
                .arg(ttl))
        .subscribe()
        .with(done -> {}, failure -> meters.error(key.space()));
  }
}
