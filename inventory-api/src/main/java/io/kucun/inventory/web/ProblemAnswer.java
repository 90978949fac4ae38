package io.kucun.inventory.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as an HTTP answer in the caller's language, the same from every layer.
 *
 * @param headers the answer's headers
 * @param body the problem document
 */
record ProblemAnswer(Map<String, String> headers, Problem body) {
  /** What a client waits before it tries again, in seconds. */
  private static final String PAUSE = "2";

  static ProblemAnswer of(Refusal refusal, @Nullable String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", Problem.MEDIA_TYPE);
    headers.put("Content-Language", language.tag());
    headers.put("Vary", "Accept-Language");
    headers.put("Cache-Control", "no-store");
    switch (refusal.code()) {
      case UNAUTHENTICATED -> headers.put("WWW-Authenticate", "Bearer");
      case BUSY, TOO_MANY_REQUESTS, UNAVAILABLE -> headers.put("Retry-After", PAUSE);
      default -> {}
    }
    return new ProblemAnswer(headers, refusal.in(language));
  }

  /** The answer with another header, or with another value of it. */
  ProblemAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ProblemAnswer(more, body);
  }

  /** The answer of the REST layer. */
  Response response() {
    Response.ResponseBuilder response = Response.status(body.status()).entity(body);
    headers.forEach(response::header);
    return response.build();
  }

  /** Answers a request that has not reached the REST layer, and ends it. */
  static void end(RoutingContext context, Refusal refusal) {
    ProblemAnswer answer = of(refusal, context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    HttpServerResponse response = context.response().setStatusCode(answer.body.status());
    answer.headers.forEach(response::putHeader);
    response.end(Json.encodeToBuffer(answer.body));
  }
}
