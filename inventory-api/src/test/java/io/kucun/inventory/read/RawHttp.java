package io.kucun.inventory.read;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Requests whose every byte a test decides, each on a connection of its own. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 20_000;

  private RawHttp() {}

  /**
   * An answer as it came over the wire.
   *
   * @param head the status line and the header lines, in their order
   */
  record Answer(List<String> head, String body) {
    private static final List<String> OF_ITS_TIME = List.of("date:", "x-request-id:");

    int status() {
      return Integer.parseInt(head.getFirst().split(" ", -1)[1]);
    }

    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }

    /** All lines but those that no two answers have in common, sorted; and the body. */
    String comparable() {
      List<String> lines =
          head.stream()
              .filter(
                  line -> OF_ITS_TIME.stream().noneMatch(line.toLowerCase(Locale.ROOT)::startsWith))
              .map(line -> line.replaceAll("; ttl=\\d+", "; ttl=n"))
              .sorted()
              .toList();
      return String.join("\n", lines) + "\n\n" + body;
    }
  }

  /** Sends a request of these lines, and reads the answer until the server hangs up. */
  static Answer send(List<String> lines, String body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request =
          lines.getFirst()
              + " HTTP/1.1\r\nHost: localhost:"
              + RestAssured.port
              + "\r\nConnection: close\r\n"
              + String.join("\r\n", lines.subList(1, lines.size()))
              + (lines.size() > 1 ? "\r\n\r\n" : "\r\n")
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      return new Answer(
          Arrays.asList(all.substring(0, end).split("\r\n", -1)), all.substring(end + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
