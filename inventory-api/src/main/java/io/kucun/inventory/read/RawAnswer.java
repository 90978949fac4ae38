package io.kucun.inventory.read;

import io.kucun.inventory.cache.CachedBody;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;

/** Writes a cached body to the socket, as the REST layer does it. */
public final class RawAnswer {
  private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");
  private static final CharSequence POSITION = HttpHeaders.createOptimized("Kucun-Position");
  private static final CharSequence ETAG = HttpHeaders.createOptimized("ETag");
  private static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("Cache-Control");
  private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("private, no-cache");
  private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");
  private static final CharSequence AUTHORIZATION = HttpHeaders.createOptimized("Authorization");
  private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final int NOT_MODIFIED = 304;

  private RawAnswer() {}

  /** Ends the response with the body, or with 304 if the reader has it; it has a position. */
  public static void end(HttpServerResponse response, CachedBody body) {
    boolean isFull = body.state() == CachedBody.State.FOUND;
    if (isFull) {
      int length = Objects.requireNonNull(body.body()).length();
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
    }
    response.putHeader(CACHE_CONTROL, NO_CACHE).putHeader(CACHE_STATUS, body.status());
    if (isFull) {
      response.putHeader(CONTENT_TYPE, JSON);
    }
    response
        .putHeader(ETAG, body.etag())
        .putHeader(POSITION, Objects.requireNonNull(body.position()))
        .putHeader(VARY, AUTHORIZATION);
    if (isFull) {
      response.end(body.body());
    } else {
      response.setStatusCode(NOT_MODIFIED).end();
    }
  }
}
