package io.kucun.inventory.write;

import io.kucun.inventory.web.Conditional;
import org.jspecify.annotations.Nullable;

/**
 * What a write that succeeded answers: all of it that matters to the caller, so that it can be
 * given again.
 *
 * @param status the HTTP status
 * @param location where the created resource is
 * @param etag the entity tag of the resource as it is now
 * @param body a value that JSON writes; null for no body
 */
public record Answer(
    int status, @Nullable String location, @Nullable String etag, @Nullable Object body) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  /** 200 with a body that has no version. */
  public static Answer ok(Object body) {
    return new Answer(OK, null, null, body);
  }

  /** 200 with a resource of this version. */
  public static Answer ok(long version, Object body) {
    return new Answer(OK, null, Conditional.etag(version), body);
  }

  /** 201 with a body that is not a resource of its own. */
  public static Answer created(Object body) {
    return new Answer(CREATED, null, null, body);
  }

  /** 201 with a resource of this version, at this path. */
  public static Answer created(String path, long version, Object body) {
    return new Answer(CREATED, path, Conditional.etag(version), body);
  }

  /** 204. */
  public static Answer none() {
    return new Answer(NO_CONTENT, null, null, null);
  }
}
