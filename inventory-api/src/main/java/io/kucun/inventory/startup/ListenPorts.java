package io.kucun.inventory.startup;

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
        .map(port ->
            port.getKey()
                + " is "
                + port.getValue().getPort()
                + ", a port that cannot be listened on: stop what listens there, or choose another")
        .toList();
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
