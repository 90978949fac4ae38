package io.kucun.inventory.web;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13). */
public final class Conditional {
  private Conditional() {}

  /** Whether {@code If-None-Match} names this entity tag, which need not be a strong one. */
  public static boolean names(String ifNoneMatch, String etag) {
    return matches(ifNoneMatch, etag, true);
  }

  /** Whether a list of entity tags names this one; {@code *} names any. */
  private static boolean matches(@Nullable String header, String etag, boolean weakly) {
    if (header == null) {
      return false;
    }
    for (String tag : header.split(",", -1)) {
      String given = tag.strip();
      String opaque = weakly && given.startsWith("W/") ? given.substring(2) : given;
      if (given.equals("*") || opaque.equals(etag)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The answer to a read: its bytes as they are.
   *
   * @param headers more headers of the answer
   */
  public static Response read(Buffer body, String etag, Map<String, String> headers) {
    return finish(Response.ok(body, MediaType.APPLICATION_JSON_TYPE), etag, headers);
  }

  /** The answer to a reader who has the body already. */
  public static Response notModified(String etag, Map<String, String> headers) {
    return finish(Response.notModified(), etag, headers);
  }

  private static Response finish(
      Response.ResponseBuilder answer, String etag, Map<String, String> headers) {
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
    if (ifMatch != null && !matches(ifMatch, etag(version), false)) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, WebPhrase.CURRENT_VERSION.with(version));
    }
  }
}
