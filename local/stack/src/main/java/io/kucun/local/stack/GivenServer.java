package io.kucun.local.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A server that a variable names, and that is not started here.
 *
 * @param remedy what to do if it is not there
 */
record GivenServer(String variable, String address, String remedy) {
  private static final int CONNECT_MILLIS = 3000;
  private static final int NO_PORT = -1;

  static GivenServer of(Part part, String address) {
    return new GivenServer(
        part.override(),
        address,
        "start that %s, or unset %s to have one started".formatted(part.title(), part.override()));
  }

  /**
   * That nobody listens there, if so. The services wait for their servers for ever; whoever starts
   * them wants to be told now.
   */
  Optional<String> fault() {
    return place().flatMap(this::fault);
  }

  private Optional<String> fault(InetSocketAddress place) {
    String host = place.getHostString();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, place.getPort()), CONNECT_MILLIS);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "%s names %s:%d, and nothing answers there: %s"
              .formatted(variable, host, place.getPort(), remedy));
    }
  }

  /**
   * Its host and port, not looked up; none if it names several hosts, or a port that goes without
   * saying or cannot be, or if it is no URL: the services read these forms themselves.
   */
  Optional<InetSocketAddress> place() {
    try {
      URI url = new URI(address);
      int port = port(url);
      return url.getHost() == null || port == NO_PORT
          ? Optional.empty()
          : Optional.of(InetSocketAddress.createUnresolved(url.getHost(), port));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int port(URI url) {
    if (url.getPort() != NO_PORT || url.getScheme() == null) {
      return url.getPort();
    }
    return switch (url.getScheme()) {
      case "https" -> 443;
      case "http" -> 80;
      default -> NO_PORT;
    };
  }
}
