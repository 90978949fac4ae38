package io.kucun.local.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback address. */
public final class Ports {
  private static final int CONNECT_MILLIS = 250;

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int MOST_ATTEMPTS = 200;
  private static final int CLUSTER_BUS = 10_000;
  private static final int FIRST_OUTGOING = 32_768;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that was free a moment ago, given out once in the life of this JVM. It lies below those
   * that the system takes for outgoing connections, or such a connection might take it before its
   * server does.
   */
  public static int free() {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new ServerException("no free port from " + LOWEST + " to " + HIGHEST);
  }

  /** The same for a node of a Redis Cluster, which takes the port 10,000 above as well. */
  public static int freeForCluster() {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      int port = free();
      int bus = port + CLUSTER_BUS;
      if (bus < FIRST_OUTGOING && GIVEN.add(bus) && isFree(bus)) {
        return port;
      }
    }
    throw new ServerException("no two free ports, " + CLUSTER_BUS + " apart");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether something listens on that port. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
