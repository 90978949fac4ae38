package io.kucun.local.bench;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Where requests go, and what they are.
 *
 * @param server the process that answers
 * @param request the bytes of the next request
 */
record Target(int port, long server, Supplier<byte[]> request, Expected expected) {

  /** The same, but any answer will do. */
  Target lenient() {
    return new Target(port, server, request, Expected.ANYTHING);
  }

  /** The same request each time. */
  static Supplier<byte[]> always(String path, String headers) {
    byte[] bytes = request(path, headers);
    return () -> bytes;
  }

  /** A GET with these header lines, each with its end. */
  static byte[] request(String path, String headers) {
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
