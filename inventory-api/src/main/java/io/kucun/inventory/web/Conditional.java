package io.kucun.inventory.web;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13): weak comparison of entity tags. */
public final class Conditional {
  private Conditional() {}

  /** Whether an {@code If-None-Match} or {@code If-Match} header names this entity tag. */
  public static boolean matches(@Nullable String header, String etag) {
    if (header == null) {
      return false;
    }
    if (header.strip().equals("*")) {
      return true;
    }
    return header.contains(etag);
  }

  /**
   * The answer to a read: its bytes as they are, or 304 without them.
   *
   * @param headers more headers of the answer
   */
  public static Response read(
      byte[] bytes, String etag, Map<String, String> headers, @Nullable String ifNoneMatch) {
    Response.ResponseBuilder answer =
        matches(ifNoneMatch, etag)
            ? Response.notModified()
            : Response.ok(Buffer.buffer(bytes), MediaType.APPLICATION_JSON_TYPE);
    headers.forEach(answer::header);
    return answer
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .build();
  }

  /** The entity tag of a resource with this version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Checks {@code If-Match}.
   *
   * @throws ProblemException 412 if the header is there and names another version
   */
  public static void requireMatch(@Nullable String ifMatch, long version) {
    if (ifMatch != null && !matches(ifMatch, etag(version))) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "The current version is " + version + ".");
    }
  }
}
