package io.kucun.inventory.dashboard;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of the pages, as it is and compressed.
 *
 * @param digest names the content
 * @param gzipped what it is over the wire for who takes that; null if it would not be smaller
 */
record PageFile(
    String path, String mediaType, String digest, Buffer plain, @Nullable Buffer gzipped) {
  private static final String LASTING = "/assets/";

  boolean isPage() {
    return mediaType.startsWith("text/html");
  }

  /**
   * How long a browser may keep it: what has its digest in its name for good, all else while it
   * asks.
   */
  String cacheControl() {
    return path.startsWith(LASTING) ? "public, max-age=31536000, immutable" : "no-cache";
  }

  /** The body for who sends this {@code Accept-Encoding}. */
  Body bodyFor(@Nullable String encodings) {
    return gzipped != null && takesGzip(encodings)
        ? new Body(gzipped, "gzip", '"' + digest + "-gzip\"")
        : new Body(plain, null, '"' + digest + '"');
  }

  private static boolean takesGzip(@Nullable String encodings) {
    return encodings != null
        && Arrays.stream(encodings.split(",", -1))
            .map(encoding -> encoding.replace(" ", ""))
            .anyMatch(encoding -> encoding.matches("gzip(;q=(0\\.0*[1-9]\\d*|1.*))?"));
  }

  /** One form of the file. */
  record Body(Buffer bytes, @Nullable String encoding, String etag) {
    boolean isIn(@Nullable String etags) {
      return etags != null
          && Arrays.stream(etags.split(",", -1))
              .map(String::strip)
              .anyMatch(one -> one.equals("*") || one.equals(etag) || one.equals("W/" + etag));
    }
  }
}
