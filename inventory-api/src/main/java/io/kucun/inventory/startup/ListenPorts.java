package io.kucun.inventory.startup;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** Looks whether the ports that the service is to listen on are free. */
final class ListenPorts {
  private ListenPorts() {}

  /**
   * One line for each that is taken, or may not be taken.
   *
   * @param ports their numbers, by the variables that give them
   */
  static List<String> faults(Map<String, Integer> ports) {
    return ports.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(port -> !isFree(port.getValue()))
        .map(port ->
            port.getKey()
                + " is "
                + port.getValue()
                + ", a port that cannot be listened on: stop what listens there, or choose another")
        .toList();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
