package io.kucun.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A running PostgreSQL on the loopback address, with one empty database. */
public final class PostgresServer {
  /** The name of the executable. */
  public static final String COMMAND = "postgres";

  /** The database, its owner and the password of it. */
  public static final String NAME = "kucun";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final ChildProcess process;
  private final int port;

  private PostgresServer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one whose data directory survives; it is created when missing.
   *
   * @param spawned told of the process at once, before it is ready
   */
  public static PostgresServer persistent(
      Path data, int port, Path log, Consumer<Process> spawned) {
    return start(data, port, log, List.of(), spawned);
  }

  /** Starts a fast one that may lose everything in a crash of the machine. */
  public static PostgresServer transientIn(Path data, int port, Path log) {
    return transientIn(data, port, log, List.of());
  }

  /**
   * Such a one with options of its own.
   *
   * @param more words of the command line
   */
  public static PostgresServer transientIn(Path data, int port, Path log, List<String> more) {
    List<String> options =
        new ArrayList<>(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
    options.addAll(more);
    return start(data, port, log, options, process -> {});
  }

  /** The process. */
  public ChildProcess process() {
    return process;
  }

  /** Its address as {@code DATABASE_URL} names it. */
  public String url() {
    return url(port);
  }

  /** The address of one on that port. */
  public static String url(int port) {
    return "postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  /** Ends all sessions and stops it. */
  public void stop() {
    // TERM would wait for every client to leave.
    process.stop("INT", Duration.ofSeconds(6));
  }

  private static PostgresServer start(
      Path data, int port, Path log, List<String> options, Consumer<Process> spawned) {
    Path home = Binaries.ofUser().postgres();
    Cluster cluster = new Cluster(home, data, log);
    cluster.create();
    cluster.forgetDeadPostmaster();
    List<String> command = new ArrayList<>(Cluster.asOrdinaryUser());
    command.add(home.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toAbsolutePath().toString(), "-p", Integer.toString(port)));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
    command.addAll(List.of("-c", "unix_socket_directories=", "-c", "max_connections=200"));
    command.addAll(options);
    Process process = Spawn.inOwnSession(command, Map.of("LC_ALL", "C"), data, log);
    spawned.accept(process);
    Startup.await("PostgreSQL", process, log, START_LIMIT, () -> serves(data, process.pid()));
    return new PostgresServer(ChildProcess.of(process.toHandle(), COMMAND), port);
  }

  /** The server's own word, in the last line of its pid file. */
  private static boolean serves(Path data, long pid) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() >= 8
          && lines.getFirst().strip().equals(Long.toString(pid))
          && lines.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }
}
