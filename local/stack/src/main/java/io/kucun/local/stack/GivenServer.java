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

  /** Where the services look for it. */
  static GivenServer issuer(Settings settings) {
    String elsewhere = settings.environment().getOrDefault("OIDC_SERVER_URL", "").strip();
    return elsewhere.isEmpty()
        ? new GivenServer(
            "OIDC_ISSUER",
            settings.issuer(),
            "start that issuer, or unset OIDC_ISSUER to have Keycloak started")
        : new GivenServer(
            "OIDC_SERVER_URL", elsewhere, "start that issuer, or correct OIDC_SERVER_URL");
  }

  /** The services wait for their servers for ever; whoever starts them wants to be told now. */
  void requireListening() {
    place().ifPresent(this::requireListening);
  }

  private void requireListening(InetSocketAddress place) {
    String host = place.getHostString();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, place.getPort()), CONNECT_MILLIS);
    } catch (IOException e) {
      throw new StackException(
          "%s names %s:%d, and nothing answers there: %s"
              .formatted(variable, host, place.getPort(), remedy));
    }
  }

  /**
   * Its host and port, not looked up; none if it names several hosts, or a port that goes without
   * saying: the service reads that form itself.
   */
  Optional<InetSocketAddress> place() {
    URI url = url();
    int port = port(url);
    return url.getHost() == null || port == NO_PORT
        ? Optional.empty()
        : Optional.of(InetSocketAddress.createUnresolved(url.getHost(), port));
  }

  private URI url() {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw new StackException(variable + " is no URL: " + e.getReason());
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
