package io.kucun.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** Looks whether the ports that the service is to listen on are free. */
final class ListenPorts {
  static final String HOST = "QUARKUS_HTTP_HOST";
  static final String MANAGEMENT_HOST = "QUARKUS_MANAGEMENT_HOST";

  private ListenPorts() {}

  /**
   * One line for each that is taken, or may not be taken.
   *
   * @param ports where to listen, by the variables that give their numbers
   */
  static List<String> faults(Map<String, InetSocketAddress> ports) {
    return ports.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(port -> !isFree(port.getValue()))
        .map(port -> fault(port.getKey(), port.getValue()))
        .toList();
  }

  private static String fault(String variable, InetSocketAddress place) {
    if (isHere(place)) {
      return variable
          + " is "
          + place.getPort()
          + ", a port that cannot be listened on: stop what listens there, or choose another";
    }
    return (variable.startsWith("MANAGEMENT") ? MANAGEMENT_HOST : HOST)
        + " is "
        + place.getHostString()
        + ", which is no address of this machine: correct it, or leave it out to listen on all";
  }

  /** Whether some port may be listened on there. */
  private static boolean isHere(InetSocketAddress place) {
    return !place.isUnresolved() && isFree(new InetSocketAddress(place.getAddress(), 0));
  }

  private static boolean isFree(InetSocketAddress port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(port);
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
