package io.kucun.inventory.read;

import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.CachedBody;
import io.kucun.inventory.cache.Known;
import io.kucun.inventory.cache.Loaded;
import io.kucun.inventory.cache.ReadCache;
import io.kucun.inventory.web.Conditional;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers the current request by a cached read. */
@ApplicationScoped
public class Reads {
  private final ReadCache cache;
  private final HttpHeaders headers;

  Reads(ReadCache cache, HttpHeaders headers) {
    this.cache = cache;
    this.headers = headers;
  }

  /** Answers a read that always finds something. */
  public Uni<Response> answer(CacheKey key, Supplier<Uni<Loaded>> load) {
    return read(key, load).map(Reads::response);
  }

  /**
   * Answers a read of one entity.
   *
   * @param absent said in a 404 if there is none
   */
  public Uni<Response> answer(CacheKey key, Supplier<Uni<Loaded>> load, Message absent) {
    return read(key, load)
        .map(body -> {
          if (body.state() == CachedBody.State.ABSENT) {
            throw ProblemException.notFound(absent);
          }
          return response(body);
        });
  }

  private Uni<CachedBody> read(CacheKey key, Supplier<Uni<Loaded>> load) {
    @Nullable String tags = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    @Nullable Known known = tags == null ? null : etag -> Conditional.names(tags, etag);
    return cache.get(key, known, load);
  }

  private static Response response(CachedBody body) {
    return body.state() == CachedBody.State.NOT_MODIFIED
        ? Conditional.notModified(body.etag(), body.headers())
        : Conditional.read(Objects.requireNonNull(body.body()), body.etag(), body.headers());
  }
}
