package io.kucun.inventory.read;

import io.kucun.inventory.cache.Begun;
import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.CachedBody;
import io.kucun.inventory.cache.CurrentPosition;
import io.kucun.inventory.cache.Known;
import io.kucun.inventory.cache.Loaded;
import io.kucun.inventory.cache.ReadCache;
import io.kucun.inventory.web.Conditional;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the current request by a read. The answer has an entity tag, is 304 to who has it
 * already, and tells which events it certainly contains.
 */
@ApplicationScoped
public class Reads {
  private final ReadCache cache;
  private final CurrentPosition position;
  private final HttpHeaders headers;
  private final CurrentVertxRequest current;
  private final KnownReads known;

  Reads(
      ReadCache cache,
      CurrentPosition position,
      HttpHeaders headers,
      CurrentVertxRequest current,
      KnownReads known) {
    this.cache = cache;
    this.position = position;
    this.headers = headers;
    this.current = current;
    this.known = known;
  }

  /** Answers a cached read that always finds something. */
  public Uni<Response> cached(CacheKey key, Supplier<Uni<Loaded>> load) {
    return read(key, load).map(Reads::response);
  }

  /**
   * Answers a cached read of one entity.
   *
   * @param absent said in a 404 if there is none
   */
  public Uni<Response> cached(CacheKey key, Supplier<Uni<Loaded>> load, Message absent) {
    return read(key, load)
        .map(body -> {
          if (body.state() == CachedBody.State.ABSENT) {
            throw ProblemException.notFound(absent);
          }
          return response(body);
        });
  }

  /** Answers a read that is not cached: each is asked for rarely, or differs by caller. */
  public Uni<Response> fresh(Supplier<Uni<Loaded>> load) {
    return position.now().flatMap(before -> load.get().map(loaded -> response(loaded, before)));
  }

  /** Answers with something that has no position, or tells it itself. */
  public Response unrelated(Loaded loaded) {
    return response(loaded, null);
  }

  private Uni<CachedBody> read(CacheKey key, Supplier<Uni<Loaded>> load) {
    RoutingContext request = current.getCurrent();
    Begun begun = KnownReads.begun(request, key);
    Uni<CachedBody> read =
        begun == null
            ? cache.get(key, known(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)), load)
            : cache.get(begun, load);
    return read.invoke(body -> {
      if (body.state() != CachedBody.State.ABSENT) {
        known.answered(request, key);
      }
    });
  }

  /** What a reader has who sends these entity tags. */
  static @Nullable Known known(@Nullable String tags) {
    return tags == null ? null : etag -> Conditional.names(tags, etag);
  }

  private Response response(Loaded loaded, @Nullable String before) {
    Map<String, String> more = before == null ? Map.of() : Map.of("Kucun-Position", before);
    String tags = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return tags != null && Conditional.names(tags, loaded.etag())
        ? Conditional.notModified(loaded.etag(), more)
        : Conditional.read(Objects.requireNonNull(loaded.body()), loaded.etag(), more);
  }

  private static Response response(CachedBody body) {
    return body.state() == CachedBody.State.NOT_MODIFIED
        ? Conditional.notModified(body.etag(), body.headers())
        : Conditional.read(Objects.requireNonNull(body.body()), body.etag(), body.headers());
  }
}
