package io.kucun.local.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** The request for each path in turn. */
  static Supplier<byte[]> inTurn(List<String> paths, String headers) {
    List<byte[]> requests = paths.stream().map(path -> request(path, headers)).toList();
    AtomicInteger turn = new AtomicInteger();
    return () -> requests.get(Math.floorMod(turn.getAndIncrement(), requests.size()));
  }

  /** A GET with these header lines, each with its end. */
  static byte[] request(String path, String headers) {
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
