package io.kucun.inventory.write;

import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The current HTTP request, as far as it says which write it is. */
@ApplicationScoped
class IncomingRequest {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final Caller caller;
  private final HttpHeaders headers;
  private final Request request;
  private final UriInfo uri;
  private final Fingerprints fingerprints;

  IncomingRequest(
      Caller caller, HttpHeaders headers, Request request, UriInfo uri, Fingerprints fingerprints) {
    this.caller = caller;
    this.headers = headers;
    this.request = request;
    this.uri = uri;
    this.fingerprints = fingerprints;
  }

  /**
   * The span of this request, in the trace of its caller if there is one; the exported one, if so.
   */
  TraceContext trace() {
    SpanContext exported = Span.current().getSpanContext();
    return exported.isValid()
        ? new TraceContext(
            exported.getTraceId(), exported.getSpanId(), exported.getTraceFlags().asHex())
        : TraceContext.of(headers.getRequestHeader("traceparent"));
  }

  /**
   * The request, if it has a key.
   *
   * @throws ProblemException 400 for a key that is not 1 to 255 visible ASCII characters, or
   *     several
   */
  Optional<KeyedRequest> keyed(@Nullable Object body) {
    List<String> keys = headers.getRequestHeader(HEADER);
    if (keys == null || keys.isEmpty()) {
      return Optional.empty();
    }
    if (keys.size() > 1 || !WELL_FORMED.matcher(keys.getFirst()).matches()) {
      throw new ProblemException(ProblemCode.VALIDATION, WritePhrase.MALFORMED_KEY.with(HEADER));
    }
    return Optional.of(
        new KeyedRequest(caller.actor().subject(), keys.getFirst(), fingerprint(body)));
  }

  private String fingerprint(@Nullable Object body) {
    return fingerprints.of(
        request.getMethod(),
        uri.getRequestUri().getRawPath(),
        uri.getRequestUri().getRawQuery(),
        headers.getHeaderString(HttpHeaders.IF_MATCH),
        body);
  }
}
