package io.kucun.inventory.cache;

import io.kucun.inventory.cache.Entry.Cut;
import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
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
  private final Clock clock = Clock.systemUTC();

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
    Read read = new Read(key, known, load, meters.of(key.space()), System.nanoTime());
    return Uni.createFrom()
        .emitter(emitter -> lookup.once(key, known == null, new First(read, emitter)));
  }

  /** The first look of a read. A hit ends here; whatever else there is to do has stages. */
  private final class First implements Lookup.Outcome {
    private final Read read;
    private final UniEmitter<? super CachedBody> reader;

    First(Read read, UniEmitter<? super CachedBody> reader) {
      this.read = read;
      this.reader = reader;
    }

    @Override
    public void seen(Look look) {
      try {
        Cut cut = look.seen().cut();
        if (cut != null && isEnough(read, look, cut)) {
          reader.complete(hit(read, look, cut));
        } else {
          // A generation that is missing has to be made, by a second look.
          goOn(
              look.seen().missing().isEmpty()
                  ? answer(read, look, ATTEMPTS)
                  : read(read, ATTEMPTS));
        }
      } catch (RuntimeException e) {
        goOn(Uni.createFrom().failure(e));
      }
    }

    @Override
    public void failed(Throwable failure) {
      count(read, failure);
      goOn(bypass(read));
    }

    private void goOn(Uni<CachedBody> rest) {
      rest.subscribe()
          .with(
              reader::complete,
              failure -> {
                read.meters().read(Outcome.FAILED);
                reader.fail(failure);
              });
    }
  }

  /** Whether the look has all that the answer needs. */
  private static boolean isEnough(Read read, Look look, Cut cut) {
    return look.seen().position() != null
        && (look.whole() || cut.isAbsent() || read.has(cut.etag()));
  }

  private Uni<CachedBody> read(Read read, int attempts) {
    Uni<Look> look = read.known() == null ? lookup.whole(read.key()) : lookup.head(read.key());
    return look.onFailure()
        .invoke(failure -> count(read, failure))
        .map(Optional::of)
        .onFailure()
        .recoverWithItem(Optional.empty())
        .flatMap(seen -> seen.isEmpty() ? bypass(read) : answer(read, seen.get(), attempts));
  }

  /** Without a position nobody could tell which events an entry contains. */
  private Uni<CachedBody> answer(Read read, Look look, int attempts) {
    Snapshot seen = look.seen();
    Cut cut = seen.cut();
    if (seen.stamp() == null || seen.position() == null) {
      return bypass(read);
    }
    if (cut == null) {
      return miss(read, look, attempts);
    }
    if (!isEnough(read, look, cut)) {
      return again(read, attempts);
    }
    return Uni.createFrom().item(hit(read, look, cut));
  }

  /** The reader has another version: the body is needed after all. */
  private Uni<CachedBody> again(Read read, int attempts) {
    return read(new Read(read.key(), null, read.load(), read.meters(), read.started()), attempts);
  }

  private CachedBody hit(Read read, Look look, Cut cut) {
    long left = cut.expiresAt() - clock.millis();
    if (left < read.key().space().ttl().toMillis() * settings.refreshAhead() && !cut.isAbsent()) {
      refresh(read, look);
    }
    String status = "kucun; hit; ttl=" + Math.max(0, left / 1000);
    CachedBody body = CachedBody.of(cut.loaded(), read::has, status, look.seen().position());
    read.meters().hit(cut.isAbsent() ? Outcome.NEGATIVE : Outcome.HIT, read.started());
    return body;
  }

  private void refresh(Read read, Look look) {
    single
        .refresh(read.key(), look, Objects.requireNonNull(look.seen().stamp()), read.load())
        .subscribe()
        .with(
            done -> {
              if (done) {
                read.meters().refreshed();
              }
            },
            failure -> count(read, failure));
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
    boolean stale = look.seen().entry() != null;
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

  /** That Redis is away is told elsewhere, once. */
  private static void count(Read read, Throwable failure) {
    if (!(failure instanceof RedisAway)) {
      read.meters().error();
    }
  }
}
