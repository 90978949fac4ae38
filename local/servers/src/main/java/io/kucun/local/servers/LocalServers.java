package io.kucun.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL and the one Redis of this JVM: started at first use, on free ports that they
 * keep when restarted, and gone with the JVM.
 *
 * <p>For tests and dev mode, whose class loaders come and go: ports are in system properties, pids
 * in files. Redis forgets its data when it stops, PostgreSQL keeps it.
 */
public final class LocalServers {
  private static final String DIRECTORY = "kucun.local.directory";
  private static final String REDIS = "redis";
  private static final String POSTGRES = "postgres";
  private static final Duration EXIT_LIMIT = Duration.ofSeconds(5);

  /** The same object for every class loader, as a lock of one of our classes would not be. */
  private static final Object JVM = Runtime.getRuntime();

  private LocalServers() {}

  /** The address of Redis, started if it never was. */
  public static String redisUrl() {
    synchronized (JVM) {
      if (portOf(REDIS) == null) {
        startRedis();
      }
      return "redis://127.0.0.1:" + portOf(REDIS);
    }
  }

  /** The address of PostgreSQL, started if it never was. */
  public static String databaseUrl() {
    synchronized (JVM) {
      if (portOf(POSTGRES) == null) {
        startPostgres();
      }
      return "postgresql://127.0.0.1:" + portOf(POSTGRES) + "/" + PostgresServer.NAME;
    }
  }

  /** Starts Redis, empty, on the port it had; does nothing if it runs. */
  public static void startRedis() {
    synchronized (JVM) {
      if (isRunning(REDIS)) {
        return;
      }
      Path home = directory();
      int port = choosePort(REDIS);
      RedisServer.transientIn(home.resolve(REDIS), port, home.resolve("redis.log"))
          .process()
          .write(pidFile(REDIS));
    }
  }

  /** Stops Redis in order. */
  public static void stopRedis() {
    end(REDIS, "TERM");
  }

  /** Kills Redis with no notice. */
  public static void killRedis() {
    end(REDIS, "KILL");
  }

  /** Freezes Redis: connections stay open and nothing answers. */
  public static void pauseRedis() {
    signal(REDIS, "STOP");
  }

  /** Ends the freeze. */
  public static void resumeRedis() {
    signal(REDIS, "CONT");
  }

  /** Starts PostgreSQL with the data and on the port it had; does nothing if it runs. */
  public static void startPostgres() {
    synchronized (JVM) {
      if (isRunning(POSTGRES)) {
        return;
      }
      Path home = directory();
      int port = choosePort(POSTGRES);
      PostgresServer.transientIn(home.resolve(POSTGRES), port, home.resolve("postgres.log"))
          .process()
          .write(pidFile(POSTGRES));
    }
  }

  /** Stops PostgreSQL in order, ending its sessions. */
  public static void stopPostgres() {
    end(POSTGRES, "INT");
  }

  /** Ends PostgreSQL with no notice, as a crash does: its next start recovers. */
  public static void killPostgres() {
    // KILL would leave its children for a while, and with them the data directory locked.
    end(POSTGRES, "QUIT");
  }

  /** Freezes the main process of PostgreSQL: no new session is answered. */
  public static void pausePostgres() {
    signal(POSTGRES, "STOP");
  }

  /** Ends the freeze. */
  public static void resumePostgres() {
    signal(POSTGRES, "CONT");
  }

  private static void end(String server, String signal) {
    synchronized (JVM) {
      ChildProcess.read(pidFile(server)).ifPresent(process -> process.stop(signal, EXIT_LIMIT));
    }
  }

  private static void signal(String server, String signal) {
    synchronized (JVM) {
      ChildProcess.read(pidFile(server)).ifPresent(process -> process.signal(signal));
    }
  }

  private static boolean isRunning(String server) {
    return ChildProcess.read(pidFile(server)).filter(ChildProcess::isAlive).isPresent();
  }

  private static Path pidFile(String server) {
    return directory().resolve(server + Leftovers.PID_SUFFIX);
  }

  private static @Nullable String portOf(String server) {
    return System.getProperty("kucun.local." + server + ".port");
  }

  private static int choosePort(String server) {
    String known = portOf(server);
    if (known != null) {
      return Integer.parseInt(known);
    }
    int port = Ports.free();
    System.setProperty("kucun.local." + server + ".port", Integer.toString(port));
    return port;
  }

  private static Path directory() {
    String known = System.getProperty(DIRECTORY);
    if (known != null) {
      return Path.of(known);
    }
    Path root = UserDirectory.path();
    Leftovers.reap(root);
    Path own = Leftovers.directoryOfThisJvm(root);
    try {
      Deletion.of(own);
      Files.createDirectories(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.setProperty(DIRECTORY, own.toString());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Leftovers.clear(own), "local-servers"));
    return own;
  }
}
