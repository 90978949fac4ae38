package io.kucun.local.rig;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One process of the API, with its own way to Redis. Reads from any thread, faults from one. */
public final class Replica implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final Map<String, String> environment;
  private final Path directory;
  private final RedisProxy proxy;
  private final TcpProxy database;
  private final int port = Ports.free();
  private final int management = Ports.free();
  private volatile @Nullable ChildProcess process;
  private final AtomicInteger lives = new AtomicInteger();
  private volatile boolean up;

  /** Not started yet; which ways it takes stands in its environment. */
  Replica(
      String name,
      Map<String, String> environment,
      Path directory,
      RedisProxy proxy,
      TcpProxy database) {
    this.name = name;
    this.directory = directory;
    this.proxy = proxy;
    this.database = database;
    this.environment = new HashMap<>(environment);
    this.environment.put("API_PORT", Integer.toString(port));
    this.environment.put("MANAGEMENT_PORT", Integer.toString(management));
  }

  /** A letter. */
  public String name() {
    return name;
  }

  /** Where its API listens. */
  public int port() {
    return port;
  }

  /** Its way to Redis. */
  public RedisProxy proxy() {
    return proxy;
  }

  /** Its way to PostgreSQL. */
  public TcpProxy database() {
    return database;
  }

  /** Whether requests may go there. */
  public boolean isUp() {
    return up;
  }

  /** Another one after each death, so that a request that died with it can be told. */
  public int lives() {
    return lives.get();
  }

  /** Starts it; it is not ready yet. */
  public void start() {
    process = ServiceProcess.start("inventory-api", environment, directory, name);
  }

  /** Returns when it is. */
  public void awaitReady() {
    Await.until(name + " is ready", START_LIMIT, this::isReady);
    up = true;
  }

  /** No signal that it could hear. */
  public void kill() {
    up = false;
    lives.incrementAndGet();
    ChildProcess living = process;
    if (living != null) {
      living.stop("KILL", Duration.ofSeconds(10));
    }
  }

  /** It does nothing any more, its connections stay, and nobody should go there. */
  public void freeze() {
    up = false;
    signal("STOP");
  }

  /** It goes on as if nothing had been. */
  public void thaw() {
    signal("CONT");
    up = true;
  }

  private void signal(String name) {
    ChildProcess living = process;
    if (living != null) {
      living.signal(name);
    }
  }

  /** A number that it tells about itself. */
  public double metric(String wanted) {
    try (HttpLine line = new HttpLine(management)) {
      return line.get("/q/metrics")
          .body()
          .lines()
          .filter(it -> it.startsWith(wanted + " ") || it.startsWith(wanted + "{"))
          .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      throw new AssertionError(name + " tells no metrics, see " + directory, e);
    }
  }

  private boolean isReady() {
    ChildProcess living = process;
    if (living == null || !living.isAlive()) {
      throw new AssertionError(name + " has ended, see " + directory);
    }
    try (HttpLine line = new HttpLine(management)) {
      return line.get("/q/health/ready").isOk();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
    proxy.close();
    database.close();
  }
}
