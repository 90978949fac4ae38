package io.kucun.inventory.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Which request a line of the log is about, as fields of that line. */
final class LogContext implements AutoCloseable {
  private static final String REQUEST = "requestId";
  private static final String TRACE = "traceId";
  private static final Pattern PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  /** For what this thread logs until it is closed. */
  LogContext(HttpServerRequest request) {
    MDC.put(REQUEST, RequestId.of(request));
    String parent = request.getHeader("traceparent");
    Matcher trace = PARENT.matcher(parent == null ? "" : parent);
    if (trace.matches()) {
      MDC.put(TRACE, trace.group(1));
    }
  }

  @Override
  public void close() {
    MDC.remove(REQUEST);
    MDC.remove(TRACE);
  }
}
