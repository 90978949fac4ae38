package io.kucun.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A running Redis on the loopback address. */
public final class RedisServer {
  /** The name of the executable. */
  public static final String COMMAND = "redis-server";

  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final int PROBE_MILLIS = 500;

  private final ChildProcess process;
  private final int port;

  private RedisServer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one that keeps its data in that directory across restarts.
   *
   * @param spawned told of the process at once, before it is ready
   */
  public static RedisServer persistent(
      Path directory, int port, Path log, Consumer<Process> spawned) {
    return start(directory, port, log, List.of("--appendonly", "yes", "--save", ""), spawned);
  }

  /** Starts one that forgets everything when it stops. */
  public static RedisServer transientIn(Path directory, int port, Path log) {
    return start(directory, port, log, List.of("--save", ""), process -> {});
  }

  /**
   * Starts one that thinks itself a node of a cluster, without any slots.
   *
   * @param port of {@link Ports#freeForCluster}
   */
  public static RedisServer clusterNode(Path directory, int port, Path log) {
    return start(
        directory, port, log, List.of("--save", "", "--cluster-enabled", "yes"), process -> {});
  }

  /**
   * Starts one of several that Sentinel watches: it takes writes only while a replica follows.
   *
   * @param primary the port of the one to follow; 0 if it is the primary itself
   */
  public static RedisServer watched(Path directory, int port, Path log, int primary) {
    List<String> options = new ArrayList<>(List.of("--save", "", "--min-replicas-to-write", "1"));
    if (primary > 0) {
      options.addAll(List.of("--replicaof", "127.0.0.1", Integer.toString(primary)));
    }
    return start(directory, port, log, options, process -> {});
  }

  /**
   * Starts a Sentinel.
   *
   * @param config in that directory, what it is to watch; it writes what it learns into that file
   */
  public static RedisServer sentinel(Path directory, Path config, int port, Path log) {
    List<String> command =
        List.of(
            Binaries.ofUser().redis().toString(),
            config.toAbsolutePath().toString(),
            "--sentinel",
            "--port",
            Integer.toString(port));
    return run("Sentinel", command, directory, port, log, process -> {});
  }

  /** The process. */
  public ChildProcess process() {
    return process;
  }

  /** Its address as {@code REDIS_URL} names it. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Stops it; what it persists is on disk afterwards. */
  public void stop() {
    process.stop("TERM", Duration.ofSeconds(5));
  }

  private static RedisServer start(
      Path directory, int port, Path log, List<String> options, Consumer<Process> spawned) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new ServerException("cannot create " + directory, e);
    }
    List<String> command = new ArrayList<>();
    command.add(Binaries.ofUser().redis().toString());
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--dir", directory.toAbsolutePath().toString()));
    // Entries of the cache may go, the event log and its positions never: only they have no TTL.
    command.addAll(List.of("--maxmemory", "256mb", "--maxmemory-policy", "volatile-lru"));
    command.addAll(options);
    return run("Redis", command, directory, port, log, spawned);
  }

  private static RedisServer run(
      String name,
      List<String> command,
      Path directory,
      int port,
      Path log,
      Consumer<Process> spawned) {
    Process process = Spawn.inOwnSession(command, Map.of("LC_ALL", "C"), directory, log);
    spawned.accept(process);
    Startup.await(name, process, log, START_LIMIT, () -> pongs(port));
    return new RedisServer(ChildProcess.of(process.toHandle(), COMMAND), port);
  }

  /** Whether a Redis on that port serves; it refuses while it still loads its data. */
  public static boolean pongs(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
      socket.setSoTimeout(PROBE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }
}
