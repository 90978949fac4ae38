package io.kucun.inventory.cache;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Get-or-load of response bytes. A read that starts after a write was acknowledged never gets a
 * value from before it: the stamp that an entry is filled with was read before the database, and
 * the write changes a generation before it is acknowledged.
 */
@ApplicationScoped
public class ReadCache {
  /** How often a read begins anew because a write went by while it waited for another's load. */
  private static final int ATTEMPTS = 3;

  private final Lookup lookup;
  private final SingleLoad single;
  private final Unstamped unstamped;
  private final CacheSettings settings;
  private final CacheMeters meters;

  ReadCache(
      Lookup lookup,
      SingleLoad single,
      Unstamped unstamped,
      CacheSettings settings,
      CacheMeters meters) {
    this.lookup = lookup;
    this.single = single;
    this.unstamped = unstamped;
    this.settings = settings;
    this.meters = meters;
  }

  /** One read on its way. */
  private record Read(
      CacheKey key,
      @Nullable Known known,
      Supplier<Uni<Loaded>> load,
      SpaceMeters meters,
      long started) {

    private Read(Begun begun, Supplier<Uni<Loaded>> load) {
      this(begun.key(), begun.known(), load, begun.meters(), begun.started());
    }

    private boolean has(String etag) {
      return known != null && known.has(etag);
    }
  }

  /**
   * The cached body, or the loaded one.
   *
   * @param known what the reader has already; null for nothing
   * @param load reads the database; its failure is passed on and not cached. It may serve other
   *     reads of the same key, and depends on nothing but the key
   */
  public Uni<CachedBody> get(CacheKey key, @Nullable Known known, Supplier<Uni<Loaded>> load) {
    return Uni.createFrom()
        .emitter(emitter ->
            begin(
                key,
                known,
                begun -> {
                  CachedBody hit = hit(begun);
                  if (hit == null) {
                    get(begun, load).subscribe().with(emitter::complete, emitter::fail);
                  } else {
                    emitter.complete(hit);
                  }
                }));
  }

  /** Looks once, without stages, and tells what came of it on the context of whoever asks. */
  public void begin(CacheKey key, @Nullable Known known, Consumer<Begun> then) {
    SpaceMeters counts = meters.of(key.space());
    long started = System.nanoTime();
    lookup.once(
        key,
        known == null,
        new Lookup.Outcome() {
          @Override
          public void seen(Look look) {
            then.accept(new Begun(key, known, counts, started, look));
          }

          @Override
          public void failed(Throwable failure) {
            count(counts, failure);
            then.accept(new Begun(key, known, counts, started, null));
          }
        });
  }

  /**
   * The body, if there is one, and nothing to be loaded for it, not even soon; then the read is
   * counted. Otherwise it goes on by {@link #get(Begun, Supplier)}.
   */
  public @Nullable CachedBody found(Begun begun) {
    Hit hit = begun.look() == null ? null : begun.look().hit();
    return hit == null || hit.cut().isAbsent() ? null : hit(begun);
  }

  private @Nullable CachedBody hit(Begun begun) {
    Hit hit = begun.look() == null ? null : begun.look().hit();
    CachedBody body = hit == null || isOld(begun.key(), hit) ? null : hit.body(begun.known());
    if (hit != null && body != null) {
      count(begun.meters(), hit, begun.started());
    }
    return body;
  }

  /** The rest of a read; it is counted in the end. */
  public Uni<CachedBody> get(Begun begun, Supplier<Uni<Loaded>> load) {
    Read read = new Read(begun, load);
    Look look = begun.look();
    return Uni.createFrom()
        .deferred(() -> {
          if (look == null) {
            return bypass(read);
          }
          // A generation that is missing has to be made, by a second look.
          return look.seen().missing().isEmpty()
              ? answer(read, look, ATTEMPTS)
              : read(read, ATTEMPTS);
        })
        .onFailure()
        .invoke(failure -> read.meters().read(Outcome.FAILED));
  }

  private Uni<CachedBody> read(Read read, int attempts) {
    Uni<Look> look = read.known() == null ? lookup.whole(read.key()) : lookup.head(read.key());
    return look.onFailure()
        .invoke(failure -> count(read.meters(), failure))
        .map(Optional::of)
        .onFailure()
        .recoverWithItem(Optional.empty())
        .flatMap(seen -> seen.isEmpty() ? bypass(read) : answer(read, seen.get(), attempts));
  }

  /** Without a position nobody could tell which events an entry contains. */
  private Uni<CachedBody> answer(Read read, Look look, int attempts) {
    Snapshot seen = look.seen();
    if (seen.stamp() == null || seen.position() == null) {
      return bypass(read);
    }
    Hit hit = look.hit();
    if (hit == null) {
      return miss(read, look, attempts);
    }
    CachedBody body = hit.body(read.known());
    if (body == null) {
      return again(read, attempts);
    }
    if (isOld(read.key(), hit)) {
      refresh(read, look);
    }
    count(read.meters(), hit, read.started());
    return Uni.createFrom().item(body);
  }

  /** The reader has another version: the body is needed after all. */
  private Uni<CachedBody> again(Read read, int attempts) {
    return read(new Read(read.key(), null, read.load(), read.meters(), read.started()), attempts);
  }

  /** Whether it is to be loaded anew while it is still good. */
  private boolean isOld(CacheKey key, Hit hit) {
    return hit.leftMillis() < key.space().ttl().toMillis() * settings.refreshAhead()
        && !hit.cut().isAbsent();
  }

  private void refresh(Read read, Look look) {
    if (!look.refreshing().compareAndSet(false, true)) {
      return;
    }
    single
        .refresh(read.key(), look, Objects.requireNonNull(look.seen().stamp()), read.load())
        .subscribe()
        .with(
            done -> {
              if (done) {
                read.meters().refreshed();
              }
            },
            failure -> count(read.meters(), failure));
  }

  private Uni<CachedBody> miss(Read read, Look look, int attempts) {
    String stamp = Objects.requireNonNull(look.seen().stamp());
    return single
        .join(read.key(), look, stamp, read.load())
        .flatMap(shared -> {
          if (!shared.stamp().equals(stamp)) {
            return attempts > 1 ? read(read, attempts - 1) : bypass(read);
          }
          return Uni.createFrom().item(loaded(read, look, shared));
        })
        .onFailure(TimeoutException.class)
        .recoverWithUni(() -> bypass(read));
  }

  private static CachedBody loaded(Read read, Look look, SingleLoad.Shared shared) {
    boolean own = shared.own();
    boolean stale = look.seen().found();
    if (own) {
      read.meters().read(stale ? Outcome.STALE : Outcome.MISS);
    } else {
      read.meters().read(Outcome.COALESCED);
    }
    String status = (stale ? "kucun; fwd=stale" : "kucun; fwd=miss") + (own ? "" : "; collapsed");
    return CachedBody.of(shared.loaded(), read::has, status, look.seen().position());
  }

  private Uni<CachedBody> bypass(Read read) {
    return unstamped
        .load(read.key(), read.load())
        .map(found -> {
          read.meters().read(Outcome.BYPASS);
          return CachedBody.of(found.loaded(), read::has, "kucun; fwd=bypass", found.position());
        });
  }

  private static void count(SpaceMeters meters, Hit hit, long started) {
    meters.hit(hit.cut().isAbsent() ? Outcome.NEGATIVE : Outcome.HIT, started);
  }

  /** That Redis is away is told elsewhere, once. */
  private static void count(SpaceMeters meters, Throwable failure) {
    if (!(failure instanceof RedisAway)) {
      meters.error();
    }
  }
}
