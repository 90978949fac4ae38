package io.kucun.gateway.session.entry;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /client/…}: the module that a page loads to talk to this gateway, and its types. */
@Singleton
final class ClientRoute {

  private final Gate gate;
  private final Refusals refusals;
  private final Map<String, ClientFile> files =
      Map.of(
          "/client/kucun-realtime.js",
          ClientFile.load("kucun-realtime.js", "text/javascript; charset=utf-8"),
          "/client/kucun-realtime.js.map",
          ClientFile.load("kucun-realtime.js.map", "application/json"),
          "/client/kucun-realtime.d.ts",
          ClientFile.load("kucun-realtime.d.ts", "application/typescript; charset=utf-8"));

  ClientRoute(Gate gate, Refusals refusals) {
    this.gate = gate;
    this.refusals = refusals;
  }

  void handle(RoutingContext ctx) {
    try {
      ClientFile file = files.get(ctx.normalizedPath());
      if (file == null) {
        throw new RefusedException(Refusal.NOT_FOUND);
      }
      HttpServerRequest request = ctx.request();
      if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
        ctx.response().putHeader("Allow", "GET, HEAD");
        throw new RefusedException(Refusal.METHOD_NOT_ALLOWED);
      }
      ctx.response().putHeader("Vary", "Origin, Accept-Encoding");
      Visit visit = Visit.of(request);
      gate.checkOrigin(visit);
      if (visit.origin() != null) {
        ctx.response().putHeader("Access-Control-Allow-Origin", visit.origin());
      }
      send(file, request, ctx.response());
    } catch (RuntimeException e) {
      refusals.answer(e, ctx.response());
    }
  }

  private static void send(
      ClientFile file, HttpServerRequest request, HttpServerResponse response) {
    boolean compressed = takesGzip(request.getHeader("Accept-Encoding"));
    String etag = file.etag(compressed);
    response
        .putHeader("ETag", etag)
        .putHeader("Cache-Control", "public, max-age=300")
        .putHeader("X-Content-Type-Options", "nosniff");
    if (names(request.getHeader("If-None-Match"), etag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", file.mediaType());
    if (compressed) {
      response.putHeader("Content-Encoding", "gzip");
    }
    var body = compressed ? file.gzipped() : file.plain();
    if (HttpMethod.HEAD.equals(request.method())) {
      response.putHeader("Content-Length", Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private static boolean takesGzip(@Nullable String encodings) {
    return encodings != null
        && Arrays.stream(encodings.split(",", -1))
            .map(encoding -> encoding.replace(" ", ""))
            .anyMatch(encoding ->
                encoding.equals("gzip") || encoding.matches("gzip;q=(0\\.0*[1-9]\\d*|1.*)"));
  }

  private static boolean names(@Nullable String etags, String etag) {
    return etags != null
        && Arrays.stream(etags.split(",", -1))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || one.equals(etag) || one.equals("W/" + etag));
  }
}
