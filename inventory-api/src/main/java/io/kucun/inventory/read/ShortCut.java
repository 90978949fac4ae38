package io.kucun.inventory.read;

import io.kucun.inventory.cache.Begun;
import io.kucun.inventory.cache.CachedBody;
import io.kucun.inventory.cache.ReadCache;
import io.kucun.inventory.identity.Bearers;
import io.kucun.inventory.read.KnownReads.KnownRead;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers a question by a hit before the REST layer begins, if the same bearer has asked it before
 * in the same words and was answered by the usual way. Whatever else a request turns out to be goes
 * that way, with the look that was had for it. Never says more: the question is known of this
 * bearer only, and the bearer is gone with the token.
 */
@ApplicationScoped
class ShortCut {
  /** After CORS (300), before authentication (200). */
  private static final int BEFORE_AUTHENTICATION = 250;

  private final Bearers bearers;
  private final KnownReads known;
  private final ReadCache cache;
  private final Counter taken;

  ShortCut(Bearers bearers, KnownReads known, ReadCache cache, MeterRegistry registry) {
    this.bearers = bearers;
    this.known = known;
    this.cache = cache;
    this.taken =
        Counter.builder("kucun.reads.short")
            .description("Reads that were answered before the REST layer")
            .register(registry);
  }

  void install(@Observes Filters filters) {
    filters.register(this::answer, BEFORE_AUTHENTICATION);
  }

  private void answer(RoutingContext request) {
    Asked asked = Asked.of(request.request(), bearers);
    KnownRead read = asked == null ? null : known.get(asked);
    if (read == null) {
      request.next();
      return;
    }
    String tags = request.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    cache.begin(read.key(), Reads.known(tags), begun -> goOn(request, read, begun));
  }

  private void goOn(RoutingContext request, KnownRead read, Begun begun) {
    CachedBody body = cache.found(begun);
    if (body == null) {
      KnownReads.begun(request, begun);
      request.next();
      return;
    }
    taken.increment();
    PathTemplate.set(request, read.template());
    RawAnswer.end(request.response(), body);
  }
}
