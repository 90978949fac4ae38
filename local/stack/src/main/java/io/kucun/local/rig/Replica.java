package io.kucun.local.rig;

import io.kucun.local.servers.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One process of the API, with its own way to Redis. Reads from any thread, faults from one. */
public final class Replica implements AutoCloseable {
  private final Service service;
  private final RedisProxy proxy;
  private final TcpProxy database;
  private final int port = Ports.free();
  private final AtomicInteger lives = new AtomicInteger();
  private volatile boolean up;

  /** Not started yet; which ways it takes stands in its environment. */
  Replica(
      String name,
      Map<String, String> environment,
      Path directory,
      RedisProxy proxy,
      TcpProxy database) {
    this.proxy = proxy;
    this.database = database;
    Map<String, String> own = new HashMap<>(environment);
    own.put("API_PORT", Integer.toString(port));
    this.service = new Service("inventory-api", name, own, directory);
  }

  /** A letter. */
  public String name() {
    return service.name();
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
    service.start();
  }

  /** Returns when it is. */
  public void awaitReady() {
    service.awaitReady();
    up = true;
  }

  /** No signal that it could hear. */
  public void kill() {
    up = false;
    lives.incrementAndGet();
    service.close();
  }

  /** It does nothing any more, its connections stay, and nobody should go there. */
  public void freeze() {
    up = false;
    service.signal("STOP");
  }

  /** It goes on as if nothing had been. */
  public void thaw() {
    service.signal("CONT");
    up = true;
  }

  /** A number that it tells about itself. */
  public double metric(String wanted) {
    return service.metric(wanted);
  }

  /** Asks it to end; returns with its exit code when it has. */
  public int stop(Duration limit) {
    service.signal("TERM");
    return service.exitCode(limit);
  }

  @Override
  public void close() {
    kill();
    proxy.close();
    database.close();
  }
}
