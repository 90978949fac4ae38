package io.kucun.gateway.session.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Answers a request with a problem (RFC 9457). */
final class Problem {

  private static final JsonFactory JSON = new JsonFactory();

  private Problem() {}

  static void send(Refusal refusal, HttpServerResponse response) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(refusal.status());
    response.putHeader("Content-Type", "application/problem+json");
    response.putHeader("Cache-Control", "no-store");
    if (refusal.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    if (response.streamId() < 0) {
      ofHttp1(refusal, response);
    }
    if (refusal.retryAfterSeconds() > 0) {
      response.putHeader("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
    }
    response.end(body(refusal));
  }

  /** Headers about the connection itself, which HTTP/2 takes for a malformed answer. */
  private static void ofHttp1(Refusal refusal, HttpServerResponse response) {
    if (refusal == Refusal.UPGRADE_REQUIRED) {
      response.putHeader("Upgrade", "websocket");
      response.putHeader("Sec-WebSocket-Version", "13");
    }
    if (refusal == Refusal.PAYLOAD_TOO_LARGE) {
      response.putHeader("Connection", "close");
    }
  }

  static String body(Refusal refusal) {
    StringWriter text = new StringWriter(160);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", "urn:kucun:problem:" + refusal.code());
      json.writeStringField("title", HttpResponseStatus.valueOf(refusal.status()).reasonPhrase());
      json.writeNumberField("status", refusal.status());
      json.writeStringField("detail", refusal.detail());
      json.writeStringField("code", refusal.code());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes every character", e);
    }
    return text.toString();
  }
}
