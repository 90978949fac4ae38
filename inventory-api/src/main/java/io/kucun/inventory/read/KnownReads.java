package io.kucun.inventory.read;

import io.kucun.inventory.cache.Begun;
import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.identity.Bearers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Questions that were answered in full by the usual way, with all its checks, and what was read for
 * them. The last ones are kept, in a place that the question gives. Bounded. Thread-safe.
 */
@ApplicationScoped
class KnownReads {
  private static final int PLACES = 1 << 13;
  private static final String BEGUN = Begun.class.getName();

  private final AtomicReferenceArray<@Nullable KnownRead> places =
      new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger taken = new AtomicInteger();

  KnownReads(MeterRegistry registry) {
    Gauge.builder("kucun.reads.known", taken::get)
        .description("Questions that may be answered without asking again who may ask")
        .register(registry);
  }

  /**
   * A question and what was read for it.
   *
   * @param template of the path, as metrics show it
   */
  record KnownRead(Asked asked, CacheKey key, @Nullable String template) {}

  /** What was read for this question; null if it is not known. */
  @Nullable KnownRead get(Asked asked) {
    KnownRead last = places.getAcquire(place(asked));
    return last != null && last.asked().equals(asked) ? last : null;
  }

  /** Keeps a question that has been answered. */
  void put(KnownRead read) {
    if (places.getAndSet(place(read.asked()), read) == null) {
      taken.incrementAndGet();
    }
  }

  /** The request was answered by what is read for this key. */
  void answered(@Nullable RoutingContext request, CacheKey key) {
    if (request == null) {
      return;
    }
    Asked asked = Asked.of(request.request(), Bearers.of(request));
    if (asked != null && get(asked) == null) {
      put(new KnownRead(asked, key, PathTemplate.of(request)));
    }
  }

  /** The request has had a look for what is read for it. */
  static void begun(RoutingContext request, Begun begun) {
    request.put(BEGUN, begun);
  }

  /** The look that this request has had for this key, to be gone on with once; null for none. */
  static @Nullable Begun begun(@Nullable RoutingContext request, CacheKey key) {
    Object begun = request == null ? null : request.remove(BEGUN);
    return begun instanceof Begun one && one.key().equals(key) ? one : null;
  }

  private static int place(Asked asked) {
    int hash = 31 * asked.uri().hashCode() + System.identityHashCode(asked.bearer());
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
